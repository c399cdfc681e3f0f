package org.leitai.finals.match;

/** What the host will most likely do next: the one large button 下一步. */
public enum NextAction {
    OPEN_SEGMENT,
    SHOW_QUESTION,
    START_CLOCK,
    /** 3, 2, 1. */
    COUNT_DOWN,
    /** It is being counted; nothing to do. */
    COUNTING,
    OPEN_BUZZ,
    WAIT_FOR_BUZZ,
    RULE,
    JUDGE,
    REVEAL_ANSWER,
    NEXT_QUESTION,
    RESUME,
    REVEAL_STEP,
    FINISH,
    NONE
}
