package org.leitai.finals.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.leitai.finals.Head;

/**
 * A match that is given to another server for a while 会场移交. Its file carries a key made for it alone; with that the hall signs what it hands
 * back, and nobody else can.
 *
 * @param id number on the server that gave it
 * @param seed of the key
 * @param version of the log that was given
 * @param ended null: the hall has it
 */
record Handover(long id, byte[] seed, FileBodies bodies, String handedBy, Instant handedAt, long version, Ended ended) {

    /** @param reason null: it came back */
    record Ended(String by, Instant at, String reason) {}

    boolean open() {
        return ended == null;
    }

    boolean takenBack() {
        return ended != null && ended.reason() != null;
    }

    /** What the hall signs: this set-up has come to this end. */
    static byte[] statement(byte[] setUpHash, Head head) {
        HexFormat hex = HexFormat.of();
        String text = "leitai-handover-1 " + hex.formatHex(setUpHash) + " " + head.version() + " "
                + hex.formatHex(head.hash());
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
