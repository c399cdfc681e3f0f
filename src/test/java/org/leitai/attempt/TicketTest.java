package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;

class TicketTest {

    @Property
    void whatATicketSaysIsReadBack(
            @ForAll @LongRange(min = 1) long attempt,
            @ForAll @LongRange(min = 1) long person,
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000L) long expiresMillis,
            @ForAll @AlphaChars @StringLength(max = 200) String shapes) {
        var ticket = new Ticket(
                new AttemptId(attempt), new PersonId(person), shapes, Instant.ofEpochMilli(expiresMillis));
        assertThat(Ticket.of(ticket.payload())).isEqualTo(ticket);
        assertThat(ticket.slots()).isEqualTo(shapes.length() / 2);
    }
}
