package org.leitai.attempt;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.leitai.kernel.AttemptId;
import org.leitai.web.Signer;

/** Issues and checks tickets. */
@Singleton
class Tickets {

    static final String HEADER = "Ticket";

    /** A phone may sleep through the deadline and still ask what became of its answers. */
    private static final Duration VALID_AFTER_DEADLINE = Duration.ofMinutes(10);

    private static final int QUEUE_BYTES = 9;

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
                        attempt.id(),
                        attempt.person(),
                        shapes,
                        attempt.deadline().plus(VALID_AFTER_DEADLINE))
                .payload());
    }

    /** Under what a phone keeps the unsent answers of this attempt; phones are shared, so no two attempts have the same. */
    String queueOf(AttemptId attempt) {
        byte[] digest = key.digest("queue " + attempt.value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, QUEUE_BYTES));
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
