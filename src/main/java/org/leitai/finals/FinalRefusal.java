package org.leitai.finals;

import org.leitai.kernel.Refusal;

/** Why a request about a final is refused; what the rules of the match refuse is a refusal of theirs. */
public enum FinalRefusal implements Refusal {
    UNKNOWN("finals.unknown", 404),
    CODE_TAKEN("finals.code-taken", 409),
    BAD_CODE("finals.bad-code", 422),
    BAD_TITLE("finals.bad-title", 422),
    BAD_TEAMS("finals.bad-teams", 422),
    /** Some name is longer than a seat can show. */
    LONG_TEAM("finals.long-team", 422),
    ENTRY_ROUND("finals.entry.no-round", 422),
    ENTRY_COUNT("finals.entry.bad-count", 422),
    ENTRY_REBUILDING("finals.entry.rebuilding", 503),
    ENTRY_HEATS("finals.entry.no-heats", 422),
    ENTRY_UNFINISHED("finals.entry.unfinished", 422),
    ENTRY_ADVANCE("finals.entry.bad-advance", 422),
    /** Equal teams on both sides of the cut: people settle that. */
    ENTRY_TIED("finals.entry.tied", 422),
    ENTRY_TOO_FEW("finals.entry.too-few", 422),
    BAD_WRITTEN("finals.bad-written", 422),
    TOO_FEW_QUESTIONS("finals.too-few-questions", 422),
    BAD_RULES("finals.bad-rules", 422),
    /** Unknown, used, or revoked. */
    SEAT_CODE("finals.seat-code-invalid", 422),
    /** The command was made for another version of the match. */
    CONFLICT("finals.conflict", 409),
    VERSION_MISSING("finals.version-missing", 400),
    /** Another node owns the match and does not answer, or none does for the moment. */
    ELSEWHERE("finals.elsewhere", 503),
    /** The log does not answer; whether the step is in it is read again before the next one. */
    UNAVAILABLE("finals.unavailable", 503),
    /** The hall runs it on a server of its own. */
    HANDED_OUT("finals.handed-out", 409),
    /** A team has no device, or its link would make the buzz unfair; with a reason the host opens it all the same. */
    LINKS("finals.links-bad", 409),
    /** The device is gone, or was never there. */
    NO_DEVICE("finals.no-device", 404),
    MALFORMED("finals.malformed", 400),
    /** Robots play only what does not count. */
    NOT_A_REHEARSAL("finals.not-a-rehearsal", 409),
    /** What was typed for points is no number. */
    BAD_POINTS("finals.bad-points", 422),
    /** Another host leads. */
    NOT_LEADING("finals.not-leading", 409),
    /** The role may look on, or rule, and no more. */
    NOT_YOURS("finals.not-yours", 403);

    private final String code;
    private final int status;

    FinalRefusal(String code, int status) {
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
