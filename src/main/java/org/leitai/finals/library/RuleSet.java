package org.leitai.finals.library;

import java.time.Instant;

/**
 * Rules that staff have written, in their latest version 自编规则.
 *
 * @param id its name in addresses
 * @param version from 1
 */
record RuleSet(long id, int version, String title, String yaml, String savedBy, Instant savedAt) {}
