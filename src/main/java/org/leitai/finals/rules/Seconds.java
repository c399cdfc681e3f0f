package org.leitai.finals.rules;

/**
 * The clocks of a segment 时限, in whole seconds; null: no such clock.
 *
 * @param think from the start of the clock to the end of the answer
 * @param startWithin from winning the buzz or from the word to the first word of the answer
 * @param answer from winning the buzz to the end of the answer; null: as think
 * @param set for a whole set of questions
 * @param nobody from opening the buzz until the question lapses
 */
public record Seconds(Integer think, Integer startWithin, Integer answer, Integer set, Integer nobody) {

    public static final Seconds NONE = new Seconds(null, null, null, null, null);
}
