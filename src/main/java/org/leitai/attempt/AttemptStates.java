package org.leitai.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.leitai.bank.Form;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.marking.SlotShape;

/** The state of an attempt under way, as the answering page gets it, with a fresh ticket. */
@ApplicationScoped
class AttemptStates {

    private final Attempts attempts;
    private final Contests contests;
    private final Tickets tickets;

    AttemptStates(Attempts attempts, Contests contests, Tickets tickets) {
        this.attempts = attempts;
        this.contests = contests;
        this.tickets = tickets;
    }

    Response of(Round round, OpenAttempt attempt, Instant now) {
        Form form = contests.pool(attempt.ruleSheetId()).draw(attempt.seed());
        List<AttemptStore.Current> answers = attempts.answers(attempt.id());
        String ticket = tickets.issue(attempt, SlotShape.encode(SlotShape.of(form)));
        var grant = new AnswerJson.Grant(ticket, tickets.queueOf(attempt.id()));
        return Response.ok(AnswerJson.state(round, attempt, form, grant, answers, now.toEpochMilli()))
                .build();
    }
}
