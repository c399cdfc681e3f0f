package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** An organizer dresses the big screen. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LookBrowserTest {

    @Inject
    TestFinals finals;

    @TestHTTPResource("/")
    URI server;

    private final Phones phones = new Phones();
    private Phone desk;
    private String code;

    @BeforeEach
    void anOrganizer() {
        code = finals.make();
        String url = server.toString();
        desk = phones.phone(
                url.substring(0, url.length() - 1),
                Map.of(StaffSession.COOKIE, StaffSession.as("organizer").cookie()));
        desk.resize(1280, 800);
        desk.open("/staff/finals/" + code).tap("大屏门面").sees("主办、承办、支持单位");
    }

    @AfterEach
    void close() {
        phones.close();
    }

    @Test
    void aLargePictureIsMadeSmallBeforeItIsSent() throws IOException {
        desk.page().fill("[name=credits]", "主办：江南市总工会\n承办：江南日报社");
        desk.page().fill("[name=lineup]", "王建国、李秀英、张伟");
        byte[] noise = noise();
        assertThat(noise.length).isGreaterThan(1_000_000);
        desk.page().setInputFiles("[name=logo]", new FilePayload("logo.png", "image/png", noise));
        desk.page()
                .waitForCondition(() -> Boolean.TRUE.equals(
                        desk.page().evaluate("document.querySelector('[name=logo]').files[0].size < 160000")));
        desk.screenshot("look-form");
        desk.tap("保存").arrivesAt("/staff/finals/" + code);

        desk.tap("大屏门面").sees("去掉标志");
        desk.screenshot("look-form-kept");
        desk.resize(1920, 1080);
        desk.open("/screen/" + code).sees("主办：江南市总工会");
        desk.page()
                .waitForCondition(() ->
                        Boolean.TRUE.equals(desk.page().evaluate("document.querySelector('.logo').naturalWidth > 0")));
        desk.screenshot("screen-opening-logo");
        assertThat(desk.troubles()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedIsKept() {
        desk.page().fill("[name=credits]", "一\n二\n三\n四\n五");
        desk.tap("保存").sees("最多 4 行").screenshot("look-form-faulty");
        assertThat(desk.page().inputValue("[name=credits]")).isEqualTo("一\n二\n三\n四\n五");
    }

    /** Nothing compresses it. */
    private static byte[] noise() throws IOException {
        var picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (int x = 0; x < 900; x++) {
            for (int y = 0; y < 600; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
