package org.leitai.finals.rules;

/** For how long a stock of lifelines lasts 求助次数范围. */
public enum LifelineScope {
    MATCH,
    SEGMENT
}
