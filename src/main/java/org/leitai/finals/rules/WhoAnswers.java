package org.leitai.finals.rules;

/** Who of a team speaks, and which team 由谁作答. */
public enum WhoAnswers {
    /** Player k answers question k, alone. */
    PLAYER,
    /** Any one player. */
    ANY,
    /** One speaks, the others may add. */
    TEAM,
    LEADER,
    /** Every team answers every question. */
    ALL_TEAMS,
    /** The team on turn names another one; unnamed: the next seat. */
    RIVAL
}
