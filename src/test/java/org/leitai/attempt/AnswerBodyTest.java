package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBodyTest {

    @Test
    void aNumberAndAListOfTextsIsAnAnswer() {
        assertThat(read("{\"seq\":5,\"answer\":[\"B\"]}")).isEqualTo(new AnswerBody(5, List.of("B")));
        assertThat(read(" {\n\"answer\" : [ ] , \"seq\" : 2147483647 } ")).isEqualTo(new AnswerBody(Integer.MAX_VALUE, List.of()));
        assertThat(read("{\"seq\":1,\"answer\":[\"工会\",\"\\u5de5\"]}")).isEqualTo(new AnswerBody(1, List.of("工会", "工")));
    }

    @ParameterizedTest
    @DisplayName("AN8 AN14 AN17 anything else is none")
    @ValueSource(
            strings = {
                "", " ", "null", "[]", "5", "\"x\"", "{}", "{\"seq\":5}", "{\"answer\":[\"B\"]}",
                "{\"seq\":0,\"answer\":[]}", "{\"seq\":-1,\"answer\":[]}", "{\"seq\":2147483648,\"answer\":[]}",
                "{\"seq\":9223372036854775808,\"answer\":[]}", "{\"seq\":1.0,\"answer\":[]}", "{\"seq\":1e0,\"answer\":[]}",
                "{\"seq\":\"5\",\"answer\":[]}", "{\"seq\":null,\"answer\":[]}", "{\"seq\":true,\"answer\":[]}",
                "{\"seq\":[5],\"answer\":[]}", "{\"seq\":5,\"answer\":\"B\"}", "{\"seq\":5,\"answer\":null}",
                "{\"seq\":5,\"answer\":[null]}", "{\"seq\":5,\"answer\":[1]}", "{\"seq\":5,\"answer\":[[\"B\"]]}",
                "{\"seq\":5,\"answer\":{\"0\":\"B\"}}", "{\"seq\":5,\"answer\":[true]}",
                "{\"seq\":5,\"seq\":6,\"answer\":[]}", "{\"seq\":5,\"answer\":[\"A\"],\"answer\":[\"B\"]}",
                "{\"seq\":5,\"answer\":[],\"score\":100}", "{\"seq\":5,\"answer\":[],\"correct\":true}",
                "{\"seq\":5,\"answer\":[],\"sentAt\":1}", "{\"seq\":5,\"answer\":[],\"person\":7}",
                "{\"seq\":5,\"answer\":[]}}", "{\"seq\":5,\"answer\":[]} x", "{\"seq\":5,\"answer\":[]}{}",
                "{\"seq\":5,\"answer\":[]", "{\"seq\":5,\"answer\":[\"B\"", "{\"seq\":5,\"answer\":[\"B\",]}",
                "{'seq':5,'answer':[]}", "{seq:5,answer:[]}", "{\"seq\":05,\"answer\":[]}", "{\"seq\":+5,\"answer\":[]}",
                "/**/{\"seq\":5,\"answer\":[]}", "{\"seq\":NaN,\"answer\":[]}", "{\"Seq\":5,\"answer\":[]}"
            })
    void anythingElseIsNone(String body) {
        assertThat(AnswerBody.read(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Nested
    class Bytes {

        static Stream<byte[]> hostile() {
            String fine = "{\"seq\":5,\"answer\":[\"B\"]}";
            return Stream.of(
                    ("\uFEFF" + fine).getBytes(StandardCharsets.UTF_8),
                    fine.getBytes(StandardCharsets.UTF_16),
                    fine.getBytes(StandardCharsets.UTF_16LE),
                    fine.getBytes(Charset.forName("UTF-32BE")),
                    latin("{\"seq\":5,\"answer\":[\"\u00FF\"]}"),
                    latin("{\"seq\":5,\"answer\":[\"\u00C0\u00AF\"]}"), // overlong
                    latin("{\"seq\":5,\"answer\":[\"\u00ED\u00A0\u0080\"]}"), // half of a pair
                    latin("{\"seq\":5,\"answer\":[\"\u00E5\u00B7\"]}"), // cut off
                    new byte[] {0},
                    new byte[AnswerBody.LARGEST_BYTES]);
        }

        @ParameterizedTest
        @DisplayName("AN17 a BOM, another encoding or invalid UTF-8 is none")
        @MethodSource("hostile")
        void ofAnotherEncodingAreNone(byte[] body) {
            assertThat(AnswerBody.read(body)).isEmpty();
        }

        @Property
        void neverEndInAnythingButAnAnswerOrNone(@ForAll @Size(max = 200) byte[] body) {
            assertThat(AnswerBody.read(body)).isEmpty();
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @DisplayName("AN17 deep nesting and endless lists cost nothing")
    @ValueSource(strings = {"[", "{\"a\":", "\"x\",", "[[],", "{\"answer\":["})
    void deepNestingAndEndlessListsCostNothing(String unit) {
        byte[] body = ("{\"seq\":5,\"answer\":[" + unit.repeat(10_000)).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(Duration.ofMillis(500), () -> assertThat(AnswerBody.read(body)).isEmpty());
    }

    @Test
    void aBlankTooManyIsNone() {
        String ten = "\"x\",".repeat(9) + "\"x\"";
        assertThat(AnswerBody.read(("{\"seq\":5,\"answer\":[" + ten + "]}").getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(AnswerBody.read(("{\"seq\":5,\"answer\":[" + ten + ",\"x\"]}").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static AnswerBody read(String body) {
        return AnswerBody.read(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
