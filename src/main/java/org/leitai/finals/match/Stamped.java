package org.leitai.finals.match;

import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param version 1 for the first event of a match, without gaps
 * @param author who caused it; the log's text, nothing is derived from it
 */
public record Stamped(long version, Instant at, String author, MatchEvent event) {}
