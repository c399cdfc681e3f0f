package org.leitai.attempt;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;
import org.leitai.web.LeitaiConfig;

/** A person's way through a round: start, deliver, answer, hand in. */
@Singleton
class Attempts {

    private final AttemptStore store;
    private final GroupCommit commits;
    private final Finisher finisher;
    private final Contests contests;
    private final ZoneId zone;
    private final SecureRandom seeds = new SecureRandom();

    Attempts(AttemptStore store, GroupCommit commits, Finisher finisher, Contests contests, LeitaiConfig config) {
        this.store = store;
        this.commits = commits;
        this.finisher = finisher;
        this.contests = contests;
        this.zone = config.zone();
    }

    /** Starts an attempt, or finds the one under way. Empty: there is one to deliver. */
    Optional<AttemptRefusal> start(Round round, PersonId person, Instant now) {
        if (store.findOpen(round.id(), person).isPresent()) {
            return Optional.empty();
        }
        LocalDate day = now.atZone(zone).toLocalDate();
        boolean doorsOpen =
                round.sheet().daily() == null || round.sheet().daily().contains(now, zone);
        if (doorsOpen && store.insert(round, person, seeds.nextLong(), day, now)) {
            return Optional.empty();
        }
        return store.findOpen(round.id(), person).isPresent()
                ? Optional.empty() // a second tap; the first one started it
                : Optional.of(whyNotStarted(round, person, day, now));
    }

    /** The attempt under way; its clock starts with the first delivery. Empty: there is none, or the round has ended. */
    Optional<OpenAttempt> deliver(Round round, PersonId person, Instant now) {
        Optional<OpenAttempt> found = store.findOpen(round.id(), person);
        if (found.isEmpty() || found.get().startedAt() != null) {
            return found;
        }
        RuleSheet sheet = contests.pool(found.get().ruleSheetId()).sheet();
        Long questionMillis = sheet.questionTime().map(Duration::toMillis).orElse(null);
        store.deliver(found.get().id(), now, clockMillis(sheet), questionMillis);
        return store.findOpen(round.id(), person).filter(open -> open.startedAt() != null);
    }

    /** With a clock per question: the next one is delivered if the given one is the present one. */
    Optional<OpenAttempt> deliverNext(Ticket ticket, int from, Instant now) {
        store.deliverNext(ticket, from, now);
        return store.place(ticket.attempt(), ticket.person())
                .flatMap(place -> store.findOpen(place.round(), ticket.person()))
                .filter(open -> open.id().equals(ticket.attempt()));
    }

    /** Acknowledged after the commit. */
    CompletionStage<AnswerResult> answer(Ticket ticket, int slot, int seq, String canonical, Instant receivedAt) {
        return commits.append(
                ticket.attempt().value(), ticket.person().value(), slot, seq, canonical, receivedAt.toEpochMilli());
    }

    /** Ends and marks the attempt; a second hand-in changes nothing. Empty: unknown or not this person's. */
    @Transactional
    Optional<AttemptStore.RoundOrdinal> handIn(Ticket ticket, Instant now) {
        store.lock(ticket.attempt(), ticket.person()).ifPresent(open -> finisher.finish(List.of(open), now));
        return store.place(ticket.attempt(), ticket.person());
    }

    List<FinishedAttempt> finished(Round round, PersonId person) {
        return store.finished(round.id(), person);
    }

    Optional<OpenAttempt> underWay(Round round, PersonId person) {
        return store.findOpen(round.id(), person);
    }

    List<AttemptStore.Current> answers(AttemptId attempt) {
        return store.answers(attempt);
    }

    AttemptStore.Used used(Round round, PersonId person, Instant now) {
        return store.used(round.id(), person, now.atZone(zone).toLocalDate());
    }

    /** Null: only the round's end. Questions with a clock each make a paper with the sum. */
    private static Long clockMillis(RuleSheet sheet) {
        Optional<Duration> sum = sheet.questionTime().map(time -> time.plus(RuleSheet.GRACE)
                .multipliedBy(sheet.blueprint().size()));
        return sheet.paperTime().or(() -> sum).map(Duration::toMillis).orElse(null);
    }

    private AttemptRefusal whyNotStarted(Round round, PersonId person, LocalDate day, Instant now) {
        return switch (contests.round(round.id()).orElse(round).phase(now, zone)) {
            case UPCOMING -> AttemptRefusal.NOT_YET;
            case RESTING -> AttemptRefusal.RESTING;
            case CLOSED -> AttemptRefusal.ENDED;
            case OPEN -> whyNotAnother(round.sheet().attempts(), store.used(round.id(), person, day));
        };
    }

    private static AttemptRefusal whyNotAnother(RuleSheet.Allowance allowance, AttemptStore.Used used) {
        if (allowance.total() != null && used.total() >= allowance.total()) {
            return AttemptRefusal.NO_MORE;
        }
        return allowance.perDay() != null && used.today() >= allowance.perDay()
                ? AttemptRefusal.NO_MORE_TODAY
                : AttemptRefusal.BUSY; // it changed between the two statements; the same request finds out
    }
}
