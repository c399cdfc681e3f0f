package org.leitai.finals.pack;

import org.leitai.kernel.Refusal;

/** Why something about a pack of questions is refused. */
public enum PackRefusal implements Refusal {
    /** No question is shown before the keys have opened the pack. */
    STILL_SEALED("finals.pack.still-sealed", 409),
    /** Sealed or open: the questions stand. */
    CLOSED("finals.pack.closed", 409),
    /** Somebody changed the questions meanwhile. */
    CONFLICT("finals.pack.conflict", 409),
    /** A question of the match has been shown: the log names questions by their place. */
    PLAYED("finals.pack.played", 409),
    NOTHING_CHOSEN("finals.pack.nothing-chosen", 422),
    NONE_FOUND("finals.pack.none-found", 422),
    BAD_RULE("finals.pack.bad-rule", 422),
    BAD_STEM("finals.pack.bad-stem", 422),
    BAD_OPTIONS("finals.pack.bad-options", 422),
    BAD_KEY("finals.pack.bad-key", 422),
    TOO_LONG("finals.pack.too-long", 422),
    EMPTY("finals.pack.empty", 422),
    /** Segments lack questions, and nobody said that this is meant. */
    INCOMPLETE("finals.pack.incomplete", 422),
    /** Who has changed the pack does not approve it. */
    OWN_WORK("finals.pack.own-work", 409),
    NOT_APPROVED("finals.pack.not-approved", 409),
    BAD_HOLDERS("finals.pack.bad-holders", 422),
    NO_KEY_FOR_YOU("finals.pack.no-key-for-you", 409),
    NOT_SEALED("finals.pack.not-sealed", 409),
    /** Its check letters say so; it does not count as a try. */
    KEY_MISCOPIED("finals.pack.key-miscopied", 422),
    WRONG_KEY("finals.pack.wrong-key", 422),
    SAME_KEY("finals.pack.same-key", 409),
    SAME_PERSON("finals.pack.same-person", 409),
    TOO_MANY_TRIES("finals.pack.too-many-tries", 429),
    /** The keys are right, and what they open is not what was sealed. */
    TAMPERED("finals.pack.tampered", 409),
    /** The text of a pack is given out after the match. */
    NOT_OVER("finals.pack.not-over", 409),
    REASON_MISSING("finals.pack.reason-missing", 422);

    private final String code;
    private final int status;

    PackRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
