package org.leitai.finals.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that was written anew 标志: PNG without anything of the file it came in but its pixels.
 *
 * @param digest SHA-256 of the bytes, in hexadecimal
 */
record Logo(byte[] png, String digest) {

    private static final Set<String> KINDS = Set.of("png", "jpeg");

    /** Per side, checked before anything is decoded: a few bytes can claim to be a gigantic picture. */
    private static final int LARGEST_SIDE = 4000;

    /** The opening shows it up to 690 pixels wide on a 1920 pixel screen; twice that is sharp on any. */
    private static final int WIDTH = 1380;

    private static final int HEIGHT = 520;

    /** What became of a file. */
    sealed interface Read {

        record Done(Logo logo) implements Read {}

        record Refused(LookRefusal refusal) implements Read {}
    }

    static Read read(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            return readers.hasNext() ? read(readers.next(), input) : new Read.Refused(LookRefusal.NOT_A_PICTURE);
        } catch (IOException | RuntimeException damaged) {
            return new Read.Refused(LookRefusal.NOT_A_PICTURE); // decoders throw what they like at bad bytes
        }
    }

    private static Read read(ImageReader reader, ImageInputStream input) throws IOException {
        try {
            if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return new Read.Refused(LookRefusal.NOT_A_PICTURE);
            }
            reader.setInput(input, true, true);
            if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
                return new Read.Refused(LookRefusal.PICTURE_TOO_LARGE);
            }
            return new Read.Done(of(png(scaled(reader.read(0)))));
        } finally {
            reader.dispose();
        }
    }

    private static Logo of(byte[] png) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
            return new Logo(png, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Never enlarged. */
    private static BufferedImage scaled(BufferedImage from) {
        double scale = Math.min(1, Math.min((double) WIDTH / from.getWidth(), (double) HEIGHT / from.getHeight()));
        int width = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(from.getHeight() * scale));
        var to = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = to.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        brush.drawImage(from, 0, 0, width, height, null);
        brush.dispose();
        return to;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
