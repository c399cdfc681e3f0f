/**
 * What every page and every resource shares: signing, the clock, texts, errors, headers.
 *
 * <p>In: requests. Out: the same requests with a language, an instant, and the certainty that a change of state comes from a
 * page of ours. Invariants: only {@link org.leitai.web.ClockProducer} reads a clock; every response carries the
 * Content-Security-Policy; an error is a {@link org.leitai.web.Problem} or a page, never a stack trace.
 *
 * <p>Decisions: texts come from the JDK's resource bundles and not from Qute's message bundles, because the code of a
 * {@link org.leitai.kernel.Refusal} is the key of its text and is only known at run time. Cross-site requests are refused by
 * {@code Origin} and {@code Sec-Fetch-Site}, not by tokens in forms: it covers JSON, needs no state, and works for every route
 * without anybody remembering it.
 */
package org.leitai.web;
