package org.leitai.finals.rules;

/** How the scores of several judges become one 评委分合成. */
public enum Averaging {
    MEAN,
    /** Without one highest and one lowest, from three judges on. */
    MEAN_WITHOUT_EXTREMES
}
