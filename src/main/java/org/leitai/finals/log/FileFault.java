package org.leitai.finals.log;

import org.leitai.kernel.Refusal;

/** What is wrong with a file; the text is given the number of the line. */
enum FileFault implements Refusal {
    NOT_A_FILE("finals.file.not-a-file", 422),
    /** Written by a newer version. */
    NEWER("finals.file.newer", 422),
    TOO_LARGE("finals.file.too-large", 413),
    NOT_TEXT("finals.file.not-text", 422),
    /** The line was changed, or one before it was dropped, doubled or moved. */
    SUM("finals.file.sum", 422),
    MALFORMED("finals.file.malformed", 422),
    RULES("finals.file.rules", 422),
    QUESTION("finals.file.question", 422),
    /** The event's hash does not follow from the one before. */
    CHAIN("finals.file.chain", 422),
    /** The event cannot have happened here. */
    UNPLAYABLE("finals.file.unplayable", 422),
    END("finals.file.end", 422),
    TRUNCATED("finals.file.truncated", 422),
    SIGNATURE("finals.file.signature", 422),
    AFTER_THE_END("finals.file.after-the-end", 422),
    UNKNOWN_MATCH("finals.file.unknown-match", 422),
    CODE_TAKEN("finals.file.code-taken", 409),
    /** It was never handed out from here. */
    NOT_HANDED_OUT("finals.file.not-handed-out", 409),
    /** What this server handed out is for the other one. */
    FOR_THE_HALL("finals.file.for-the-hall", 409),
    TAKEN_BACK("finals.file.taken-back", 409),
    OTHER_SET_UP("finals.file.other-set-up", 422),
    /** The hall's signature is missing or wrong. */
    NOT_FROM_THE_HALL("finals.file.not-from-the-hall", 422),
    /** The log here has something else at that place. */
    DEPARTS("finals.file.departs", 409);

    private final String code;
    private final int status;

    FileFault(String code, int status) {
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
