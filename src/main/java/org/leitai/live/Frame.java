package org.leitai.live;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * The complete state of a topic, numbered, with the bytes that every socket is sent.
 *
 * @param epoch the start of the process that published it
 * @param sequence rises with every frame of a topic, see the package
 * @param asked read from the owner by this node and not published; any published frame replaces it
 * @param state JSON
 * @param wire {@code {"epoch":"…","seq":12,"state":{…}}}, see {@link TextFrames#shared}
 */
record Frame(String epoch, long sequence, boolean asked, String state, ByteBuf wire) {

    /** One frame never fills a socket's write buffer. */
    static final int LARGEST_BYTES = 60 * 1024;

    static Frame published(String epoch, long sequence, String state) {
        return of(epoch, sequence, false, state);
    }

    static Frame asked(String epoch, long sequence, String state) {
        return of(epoch, sequence, true, state);
    }

    /** @throws IllegalArgumentException the state is larger than 60 KB */
    private static Frame of(String epoch, long sequence, boolean asked, String state) {
        String text = "{\"epoch\":\"" + epoch + "\",\"seq\":" + sequence + ",\"state\":" + state + "}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST_BYTES) {
            throw new IllegalArgumentException("a state of " + bytes.length + " bytes");
        }
        return new Frame(epoch, sequence, asked, state, TextFrames.shared(bytes));
    }

    boolean isNewerThan(Frame other) {
        if (asked != other.asked) {
            return other.asked;
        }
        return sequence == other.sequence ? epoch.compareTo(other.epoch) > 0 : sequence > other.sequence;
    }

    boolean is(String otherEpoch, String otherSequence) {
        return epoch.equals(otherEpoch) && Long.toString(sequence).equals(otherSequence);
    }

    String json() {
        return TextFrames.text(wire);
    }
}
