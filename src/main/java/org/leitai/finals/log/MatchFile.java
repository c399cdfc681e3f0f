package org.leitai.finals.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.leitai.finals.Head;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.pack.Deck;

/**
 * A match as read from a file whose every line, hash and signature holds 比赛文件.
 *
 * @param key of the server that signed it, see {@link LogKey#publicKey()}
 * @param handover number of the hand-over it belongs to; null: none
 * @param seed for the hall; null: what was handed out is not in this file, or nothing was
 * @param questions all of them where it is for the hall, else those that were asked
 * @param firstEvent number of the line of the first event
 * @param returned what the hall signed; null: nothing
 * @param lines how many there are
 * @param state that the events come to
 */
record MatchFile(
        Instant exportedAt,
        String exportedBy,
        byte[] key,
        Long handover,
        byte[] seed,
        SetUpLine setUp,
        FileBodies bodies,
        List<Deck.Card> questions,
        List<Entry> entries,
        int firstEvent,
        byte[] returned,
        int lines,
        MatchState state) {

    static final String KIND = "leitai-final";
    static final int FORMAT = 1;

    /** What the set-up line says. */
    record SetUpLine(
            String code,
            String title,
            String rulesText,
            List<String> teams,
            String createdBy,
            Instant createdAt,
            List<String> digests) {}

    Head head() {
        return entries.isEmpty() ? Head.START : entries.getLast().head();
    }

    /** What the server signs: the sum of the last line before the signature. */
    static byte[] signed(String sum) {
        return ("leitai-final-1 " + sum).getBytes(StandardCharsets.UTF_8);
    }

    /** Names neither questions nor keys. */
    @Override
    public String toString() {
        return "(file of match " + setUp.code() + ")";
    }
}
