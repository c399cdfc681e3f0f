package org.leitai.audit;

/** What a check of the whole chain found 审计链状态. */
public sealed interface ChainState {

    /**
     * Every entry fits.
     *
     * @param headHash of the newest entry, lower-case hexadecimal; to be noted outside of the database
     */
    record Intact(long entries, String headHash) implements ChainState {}

    /** The first position at which the log is not what was written: edited, deleted, inserted or cut off. */
    record Broken(long position) implements ChainState {}
}
