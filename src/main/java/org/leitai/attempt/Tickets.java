package org.leitai.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.leitai.web.Signer;

/** Issues and checks tickets. */
@ApplicationScoped
class Tickets {

    static final String HEADER = "Ticket";

    /** A phone may sleep through the deadline and still ask what became of its answers. */
    private static final Duration VALID_AFTER_DEADLINE = Duration.ofMinutes(10);

    private final Signer.Key key;

    Tickets(Signer signer) {
        this.key = signer.key("ticket");
    }

    /** What became of a ticket that a client showed. */
    sealed interface Check {
        record Good(Ticket ticket) implements Check {}

        record Bad(AttemptRefusal refusal) implements Check {}
    }

    String issue(OpenAttempt attempt, String shapes) {
        return key.sign(new Ticket(
                        attempt.id(), attempt.person(), shapes, attempt.deadline().plus(VALID_AFTER_DEADLINE))
                .payload());
    }

    Check check(String shown, Instant now) {
        if (shown == null) {
            return new Check.Bad(AttemptRefusal.TICKET_MISSING);
        }
        return key.verify(shown)
                .map(Ticket::of)
                .<Check>map(ticket -> now.isAfter(ticket.expires())
                        ? new Check.Bad(AttemptRefusal.TICKET_EXPIRED)
                        : new Check.Good(ticket))
                .orElseGet(() -> new Check.Bad(AttemptRefusal.TICKET_INVALID));
    }
}
