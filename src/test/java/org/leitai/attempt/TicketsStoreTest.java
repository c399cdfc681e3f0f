package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.leitai.attempt.Tickets.Check;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.RoundId;
import org.leitai.support.RealServers;
import org.leitai.web.Signer;

/**
 * <pre>
 *       deadline          + 10 min
 * ──────────┼─────────────────┼──────────
 *        good                 │  expired
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class TicketsStoreTest {

    private static final Instant DEADLINE = Instant.parse("2026-12-01T01:10:00Z");
    private static final Instant EXPIRES = DEADLINE.plusSeconds(600);

    private static final OpenAttempt ATTEMPT = new OpenAttempt(
            new AttemptId(42), new RoundId(1), new PersonId(7), 1, 1, 1, DEADLINE.minusSeconds(600), DEADLINE, null);

    @Inject
    Tickets tickets;

    @Inject
    Signer signer;

    @Test
    void aTicketSaysWhatItWasIssuedFor() {
        assertThat(tickets.check(tickets.issue(ATTEMPT, "s4m5"), DEADLINE))
                .isEqualTo(new Check.Good(new Ticket(new AttemptId(42), new PersonId(7), "s4m5", EXPIRES)));
    }

    @Test
    void aTicketIsGoodUpToItsExpiryToTheMillisecond() {
        String ticket = tickets.issue(ATTEMPT, "s4");
        assertThat(tickets.check(ticket, EXPIRES.minusMillis(1))).isInstanceOf(Check.Good.class);
        assertThat(tickets.check(ticket, EXPIRES)).isInstanceOf(Check.Good.class);
        assertThat(tickets.check(ticket, EXPIRES.plusMillis(1))).isEqualTo(new Check.Bad(AttemptRefusal.TICKET_EXPIRED));
    }

    @Test
    void aTicketThatWasNotSignedAsOneIsNone() {
        String payload = new Ticket(new AttemptId(42), new PersonId(7), "s4", EXPIRES).payload();
        var invalid = new Check.Bad(AttemptRefusal.TICKET_INVALID);
        assertThat(tickets.check(signer.key("worker-cookie").sign(payload), DEADLINE)).isEqualTo(invalid);
        assertThat(tickets.check(payload, DEADLINE)).isEqualTo(invalid);
        assertThat(tickets.check("", DEADLINE)).isEqualTo(invalid);
        assertThat(tickets.check(null, DEADLINE)).isEqualTo(new Check.Bad(AttemptRefusal.TICKET_MISSING));
    }
}
