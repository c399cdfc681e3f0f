package org.leitai.finals.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureIsWrittenAnewAsPng(String kind) throws IOException {
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(read(file(kind, 300, 200)).png()));

        assertThat(read.getWidth()).isEqualTo(300);
        assertThat(new Color(read.getRGB(10, 10)).getRed()).isGreaterThan(200);
    }

    @Test
    void whatElseWasInTheFileStaysOut() throws IOException {
        byte[] picture = file("png", 30, 20);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, both, picture.length, script.length);

        assertThat(new String(read(both).png(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(read(both)).usingRecursiveComparison().isEqualTo(read(picture));
    }

    @Test
    void aLargePictureIsMadeSmallAndKeepsItsShape() throws IOException {
        BufferedImage read = ImageIO.read(
                new ByteArrayInputStream(read(file("png", 4000, 1000)).png()));

        assertThat(read.getWidth()).isEqualTo(1380);
        assertThat(read.getHeight()).isEqualTo(345);
    }

    @Test
    void aSideOfMoreThanFourThousandPixelsIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] claims = file("png", 30, 20);
        claims[18] = 0x7f; // the width's high bytes in the PNG header
        assertThat(Logo.read(claims)).isEqualTo(new Logo.Read.Refused(LookRefusal.PICTURE_TOO_LARGE));
        assertThat(Logo.read(file("png", 4001, 1))).isEqualTo(new Logo.Read.Refused(LookRefusal.PICTURE_TOO_LARGE));
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        var notAPicture = new Logo.Read.Refused(LookRefusal.NOT_A_PICTURE);
        assertThat(Logo.read(new byte[0])).isEqualTo(notAPicture);
        assertThat(Logo.read("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(notAPicture);
        assertThat(Logo.read(file("gif", 30, 20))).isEqualTo(notAPicture);
        byte[] cut = file("png", 300, 200);
        assertThat(Logo.read(Arrays.copyOf(cut, 40))).isEqualTo(notAPicture);
    }

    private static Logo read(byte[] file) {
        return ((Logo.Read.Done) Logo.read(file)).logo();
    }

    static byte[] file(String kind, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, kind, bytes);
        return bytes.toByteArray();
    }
}
