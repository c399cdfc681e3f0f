package org.leitai.finals.match;

/** What a false start led to besides points 犯规后果. */
public enum FoulEffect {
    NONE,
    TEAM_LOCKED,
    QUESTION_VOID
}
