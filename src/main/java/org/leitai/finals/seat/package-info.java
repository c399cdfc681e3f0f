/**
 * 席位: what the device of a team says, and what becomes of it.
 *
 * <p>In: texts of a seat's socket, read by {@link org.leitai.finals.seat.SeatMessages} into one
 * {@link org.leitai.finals.seat.SeatMessage}, a small record without behaviour, so that a node that does not own the match can hand it
 * to the one that does. Out: a {@link org.leitai.finals.seat.SeatAck} for that device alone. Nothing here knows a socket, a page or a
 * table. A bad message costs a team nothing: it is dropped.
 */
package org.leitai.finals.seat;
