package org.leitai.finals.pack;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * How far a pack is 试题包状态.
 *
 * @param revision grows with every change of the questions
 * @param editors usernames of all who have changed it
 * @param approvedBy null: not approved
 * @param hash null: not sealed
 * @param openedAt null: not opened
 */
record PackRow(
        Status status,
        int revision,
        List<String> editors,
        String approvedBy,
        String sealedBy,
        Instant sealedAt,
        byte[] hash,
        Instant openedAt) {

    enum Status {
        /** Being put together 选题. */
        DRAFT,
        /** A second person has read it 已审核. */
        APPROVED,
        /** Nobody can read it 已密封. */
        SEALED,
        /** Two keys have opened it 已启封. */
        OPENED
    }

    /** What is there before anybody has worked on it. */
    static PackRow untouched(String author) {
        return new PackRow(Status.DRAFT, 0, List.of(author), null, null, null, null, null);
    }

    boolean closed() {
        return status == Status.SEALED || status == Status.OPENED;
    }

    /** Sixty-four hexadecimal digits; null: not sealed. */
    String hashHex() {
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }
}
