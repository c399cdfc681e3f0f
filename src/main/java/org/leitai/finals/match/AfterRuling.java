package org.leitai.finals.match;

/** What a ruling leads to 判定之后. */
public enum AfterRuling {
    /** The question is decided. */
    DONE,
    /** Others have yet to be ruled on. */
    MORE_TEAMS,
    /** The buzz may be opened again. */
    REOPEN,
    /** Another team has the word. */
    PASS,
    /** The hall may answer. */
    AUDIENCE
}
