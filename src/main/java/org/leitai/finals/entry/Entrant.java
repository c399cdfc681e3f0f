package org.leitai.finals.entry;

/**
 * A place in a ranking 名次.
 *
 * @param rank from 1; shared by equals
 */
public record Entrant(int rank, String name) {}
