package org.leitai.kernel;

/**
 * A "no" of the rules 拒绝: a value, never an exception. Each feature lists its own in an enum. The text that people read
 * stands in the message bundles under {@link #code()}.
 */
public interface Refusal {

    /** Stable and dotted, such as {@code attempt.closed}. */
    String code();

    /** The HTTP status that says the same: 403, 404, 409, 410, 422, 429 or 503. */
    int status();
}
