package org.leitai.finals.match;

/** What the jury says to a protest 裁决. */
public enum ProtestOutcome {
    /** The team is right; points may change. */
    UPHELD,
    /** The ruling stands. */
    REJECTED
}
