package org.leitai.finals.rules;

/** How a dead heat is settled 同时抢到. */
public enum DeadHeatRule {
    /** The one that arrived first has it. */
    EARLIEST,
    /** The buzz is opened once more. */
    BUZZ_AGAIN,
    /** The host or a draw decides. */
    HOST_DECIDES
}
