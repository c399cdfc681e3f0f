package org.leitai.attempt;

import java.time.Instant;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;

/**
 * What the server signs for a phone so that an answer needs no look-up 答题凭证: whose attempt it is and what its slots look like.
 * It opens no door by itself: whether the attempt is open and in time is decided by the statement that writes.
 *
 * @param shapes see {@link org.leitai.marking.SlotShape#encode}; nothing about keys
 * @param expires some time after the deadline; a phone whose round was extended fetches a new one
 */
record Ticket(AttemptId attempt, PersonId person, String shapes, Instant expires) {

    int slots() {
        return shapes.length() / 2;
    }

    String payload() {
        return attempt.value() + "|" + person.value() + "|" + expires.toEpochMilli() + "|" + shapes;
    }

    /** Reads what {@link #payload} wrote; for verified payloads only. */
    static Ticket of(String payload) {
        String[] parts = payload.split("\\|", 4);
        return new Ticket(
                new AttemptId(Long.parseLong(parts[0])),
                new PersonId(Long.parseLong(parts[1])),
                parts[3],
                Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }
}
