package org.leitai.finals;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.leitai.finals.seat.LinkCheck;

/** The settings of the preflight board; described in {@code application.properties}. */
@Singleton
class LinkLimits {

    private final LinkCheck.Limits limits;

    LinkLimits(
            @ConfigProperty(name = "leitai.finals.slow-link-millis") long slowMillis,
            @ConfigProperty(name = "leitai.finals.unsteady-link-millis") long unsureMillis) {
        this.limits = new LinkCheck.Limits(slowMillis, unsureMillis);
    }

    LinkCheck.Limits limits() {
        return limits;
    }
}
