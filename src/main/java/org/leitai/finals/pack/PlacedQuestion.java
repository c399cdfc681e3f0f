package org.leitai.finals.pack;

import org.leitai.finals.MatchQuestion;

/**
 * A question and where in a match it is asked 题目安排.
 *
 * @param segment index of the segment; null: a spare one, for any
 */
public record PlacedQuestion(MatchQuestion question, Integer segment) {}
