package org.leitai.finals.log;

import java.time.Instant;
import org.leitai.kernel.Points;

/**
 * Points as they stood on paper 纸面记分.
 *
 * @param segment index; -1: before the first
 * @param question null: not for one question
 */
record PaperLine(
        long id,
        int team,
        int segment,
        Integer question,
        Points points,
        String reason,
        String enteredBy,
        Instant enteredAt) {}
