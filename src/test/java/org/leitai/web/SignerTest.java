package org.leitai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.support.Settings;

class SignerTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Signer signer = new Signer(Settings.of(SECRET));
    private final Signer.Key key = signer.key("ticket");

    @Property
    void whatWasSignedIsReadBack(@ForAll @StringLength(min = 1, max = 200) String text) {
        String payload = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(key.verify(key.sign(payload))).contains(payload);
    }

    @Property
    void aTokenWithAnotherPayloadOrSignatureIsNone(
            @ForAll @IntRange(min = 0, max = 72) int position, @ForAll @IntRange(min = 1, max = 63) int shift) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        String token = key.sign("42|7|1790000000000|s4");
        // The last character holds two bits that say nothing; it is left alone.
        int at = position % (token.length() - 1);
        char old = token.charAt(at);
        char changed = old == '.' ? 'x' : alphabet.charAt((alphabet.indexOf(old) + shift) % 64);
        assertThat(key.verify(token.substring(0, at) + changed + token.substring(at + 1))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {".", "a", "a.", ".a", "a.b", "a.b.c", "???.???", "é.é"})
    void whatIsNoTokenIsNone(String token) {
        assertThat(key.verify(token)).isEmpty();
    }

    @Test
    void aTokenTooLongForAHeaderIsNone() {
        assertThat(key.verify(key.sign("x".repeat(4000)))).isEmpty();
    }

    @Test
    void aTokenOfAnotherPurposeIsNone() {
        assertThat(signer.key("worker-cookie").verify(key.sign("1"))).isEmpty();
    }

    @Test
    void aTokenOfAnotherSecretIsNone() {
        var other = new Signer(Settings.of(SECRET.replace('0', '1')));
        assertThat(other.key("ticket").verify(key.sign("1"))).isEmpty();
    }

    @Test
    void everyNodeWithTheSameSecretReadsIt() {
        var other = new Signer(Settings.of(SECRET));
        assertThat(other.key("ticket").verify(key.sign("1"))).contains("1");
    }

    @Test
    void noSecretOrAShortOneIsRefused() {
        assertThatThrownBy(() -> new Signer(Settings.withoutSecret())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Signer(Settings.of(SECRET.substring(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(SECRET.substring(1));
    }
}
