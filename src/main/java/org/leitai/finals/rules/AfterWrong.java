package org.leitai.finals.rules;

/** What follows a wrong answer 答错之后. */
public enum AfterWrong {
    NEXT_QUESTION,
    /** Those that have not yet failed may buzz again. */
    REOPEN_TO_OTHERS,
    /** All may buzz again. */
    REOPEN_TO_ALL,
    /** The next seat may answer. */
    PASS_TO_NEXT,
    /** The hall may answer, for no points. */
    TO_AUDIENCE,
    /** The team is out for the rest of the segment. */
    OUT
}
