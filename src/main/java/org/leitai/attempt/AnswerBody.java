package org.leitai.attempt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an answer, {@code {"seq":5,"answer":["B"]}}, read by hand: nothing else may stand in it, and a hostile one costs
 * no more than its first wrong token.
 *
 * @param seq the phone's number for this answer, greater with every change; 1 or more
 */
record AnswerBody(int seq, List<String> answer) {

    /** A hundred answers would fit; eight blanks of 64 characters are what the largest question needs. */
    static final int LARGEST_BYTES = 4096;

    private static final int MOST_PARTS = 10;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(3)
                    .maxNumberLength(12)
                    .maxStringLength(LARGEST_BYTES)
                    .build())
            .build();

    /** Empty: not such a body. */
    static Optional<AnswerBody> read(byte[] body) {
        try (JsonParser parser = JSON.createParser(text(body))) {
            return read(parser);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** UTF-8 and nothing else; left to itself the parser would guess at other encodings and let broken characters through. */
    private static char[] text(byte[] body) throws CharacterCodingException {
        CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        char[] text = new char[decoded.remaining()];
        decoded.get(text);
        return text;
    }

    private static Optional<AnswerBody> read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        Integer seq = null;
        List<String> answer = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (field.equals("seq") && seq == null) {
                seq = sequence(parser);
            } else if (field.equals("answer") && answer == null) {
                answer = parts(parser);
            } else {
                throw malformed(parser);
            }
        }
        boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        return whole && seq != null && seq >= 1 && answer != null
                ? Optional.of(new AnswerBody(seq, answer))
                : Optional.empty();
    }

    private static int sequence(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT || parser.getNumberType() != JsonParser.NumberType.INT) {
            throw malformed(parser);
        }
        return parser.getIntValue();
    }

    private static List<String> parts(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw malformed(parser);
        }
        var parts = new ArrayList<String>(4);
        while (parser.nextToken() == JsonToken.VALUE_STRING && parts.size() < MOST_PARTS) {
            parts.add(parser.getText());
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw malformed(parser);
        }
        return parts;
    }

    private static IOException malformed(JsonParser parser) {
        return new JsonParseException(parser, "no answer");
    }
}
