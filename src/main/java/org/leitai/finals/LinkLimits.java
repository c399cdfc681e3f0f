package org.leitai.finals;

import io.smallrye.config.ConfigMapping;
import org.leitai.finals.seat.LinkCheck;

/** The settings of the preflight board; described in {@code application.properties}. */
@ConfigMapping(prefix = "leitai.finals")
interface LinkLimits {

    long slowLinkMillis();

    long unsteadyLinkMillis();

    default LinkCheck.Limits limits() {
        return new LinkCheck.Limits(slowLinkMillis(), unsteadyLinkMillis());
    }
}
