package org.leitai.finals.rules;

/** What kind of play a segment is 环节类型. */
public enum SegmentKind {
    /** 必答: teams in turn, or all at once with {@link WhoAnswers#ALL_TEAMS}. */
    REQUIRED,
    /** 抢答. */
    BUZZER,
    /** 风险: the team chooses a value. */
    RISK,
    /** 限时: a set of questions under one clock. */
    SPEED,
    /** 题板: all teams write. */
    SLATE,
    /** 评委打分. */
    JUDGED,
    /** 对战: pairs of teams, question by question. */
    DUEL,
    /** 接力: players of a team one after the other. */
    RELAY,
    /** 观众. */
    AUDIENCE,
    /** 加赛: its points order tied teams and never enter the score. */
    PLAY_OFF
}
