package org.leitai.finals.rules;

/** Whether players collect points beside their team 个人得分. */
public enum PersonalPoints {
    NONE,
    /** What a player answers alone counts for the player as well. */
    SOLO_ANSWERS
}
