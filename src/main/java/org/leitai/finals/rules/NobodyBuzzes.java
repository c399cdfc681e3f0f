package org.leitai.finals.rules;

/** What becomes of a question that nobody wants 无人抢答. */
public enum NobodyBuzzes {
    /** It is spent. */
    VOID,
    /** It does not count among the questions of the segment. */
    REPLACE,
    TO_AUDIENCE
}
