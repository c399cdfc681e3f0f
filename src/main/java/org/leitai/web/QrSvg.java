package org.leitai.web;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A QR code as a picture that scales 二维码. */
public final class QrSvg {

    /** The white border that scanners want, in modules (ISO/IEC 18004). */
    private static final int QUIET = 4;

    private QrSvg() {}

    /** Error correction M: a printed poster may lose 15 % and still be read. */
    public static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        String dark = IntStream.range(0, code.size)
                .boxed()
                .flatMap(y -> IntStream.range(0, code.size)
                        .filter(x -> code.getModule(x, y))
                        .mapToObj(x -> "M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET)))
                .collect(Collectors.joining());
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">"
                        + "<path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>")
                .formatted(side, side, side, side, dark);
    }
}
