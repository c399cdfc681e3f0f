package org.leitai.finals.rules;

/** In which order teams have their turn 答题顺序. Fixed anew when a pass begins. */
public enum TurnOrder {
    SEAT,
    /** 1…n, then n…1. */
    SERPENTINE,
    /** The lowest score first. */
    SCORE_UP,
    /** The highest score first. */
    SCORE_DOWN,
    /** Settled on stage: the host names the team. */
    LIVE
}
