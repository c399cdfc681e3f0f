/**
 * The brake on guessing personal codes 限速.
 *
 * <p>In: a try, as phone and address. Out: whether it may be made, or how long to wait. Invariants: counted in PostgreSQL, so
 * that all nodes count together; a burst is counted try by try; no delay exceeds the limits of {@link
 * org.leitai.roster.throttle.Allowance}.
 */
package org.leitai.roster.throttle;
