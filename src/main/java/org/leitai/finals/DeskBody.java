package org.leitai.finals;

/**
 * What the host does at the seats' desk, besides the match 席位台指令.
 *
 * @param act {@code admit} in place of the team's devices, {@code admit-also}, {@code turn-away}, {@code sound}, {@code test},
 *     {@code test-end}, {@code refuse-ask}, {@code dismiss-alarms}
 * @param team number of its seat, 1…n; for {@code sound} and {@code refuse-ask}
 * @param device such as {@code seat:17}; for what is about a device
 */
record DeskBody(String act, Integer team, String device) {}
