/**
 * 抢答器: the one sequencer of a final. In: presses with their arrival at the monotonic clock; out: a total order, of which the
 * first is the winner. What the measurement cannot tell apart is declared a dead heat.
 */
package org.leitai.finals.buzzer;
