package org.leitai.finals.rules;

/** From when a press counts 抢答开放时机. */
public enum BuzzOpening {
    /** When the host has said the word. */
    AFTER_WORD,
    /** When the machine has counted 3, 2, 1. */
    COUNTDOWN_321,
    /** As soon as the question is on the screen. */
    ON_DISPLAY,
    /** Any time while the host reads; reading stops at the first press. */
    WHILE_READING
}
