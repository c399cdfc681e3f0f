package org.leitai.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.attempt.ContestView.Action;
import org.leitai.attempt.ContestView.Attempt;
import org.leitai.attempt.ContestView.Countdown;
import org.leitai.attempt.ContestView.Mine;
import org.leitai.contest.Contest;
import org.leitai.contest.Phase;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.contest.RulesText;
import org.leitai.kernel.PersonId;
import org.leitai.leaderboard.Boards;
import org.leitai.leaderboard.Boards.MyRank;
import org.leitai.web.LeitaiConfig;

/** Puts together what the contest's page shows a person at an instant. */
@ApplicationScoped
class ContestViews {

    private final Attempts attempts;
    private final Standings standings;
    private final Boards boards;
    private final RulesText rules;
    private final ZoneId zone;

    ContestViews(Attempts attempts, Standings standings, Boards boards, RulesText rules, LeitaiConfig config) {
        this.attempts = attempts;
        this.standings = standings;
        this.boards = boards;
        this.rules = rules;
        this.zone = config.zone();
    }

    /** What the person has done in the round so far. */
    private record Past(
            Optional<OpenAttempt> open, List<FinishedAttempt> finished, AttemptStore.Used used, Optional<MyRank> rank) {

        static final Past NONE = new Past(Optional.empty(), List.of(), new AttemptStore.Used(0, 0), Optional.empty());

        boolean hasStarted() {
            return used.total() > 0;
        }
    }

    ContestView of(Contest contest, Round round, Optional<PersonId> person, Instant now, Locale locale, String notice) {
        Past past = person.map(worker -> past(round, worker, now)).orElse(Past.NONE);
        Phase phase = round.phase(now, zone);
        return new ContestView(
                "/c/" + contest.code(),
                contest.rounds().size() == 1 ? contest.title() : contest.title() + " · " + round.title(),
                contest.organizer(),
                phase.name().toLowerCase(Locale.ROOT),
                round.window().opens().atZone(zone),
                round.window().closes().atZone(zone),
                now.toEpochMilli(),
                countdown(round, phase, past, now),
                rules.lines(round.sheet(), locale),
                action(round, phase, person, past),
                person.map(worker -> mine(round, worker, past)).orElse(null),
                boards.people(round),
                attempts(round, past),
                RoundPaths.of(round) + "/board",
                notice);
    }

    private Past past(Round round, PersonId person, Instant now) {
        return new Past(
                attempts.underWay(round, person),
                attempts.finished(round, person),
                attempts.used(round, person, now),
                standings.rankOf(round, person));
    }

    private Countdown countdown(Round round, Phase phase, Past past, Instant now) {
        if (past.open().isPresent() && past.open().get().startedAt() != null) {
            return new Countdown("attempt", past.open().get().deadline().toEpochMilli());
        }
        if (phase == Phase.OPEN && mayNot(round, past).equals(Optional.of("tomorrow"))) {
            LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
            return new Countdown(
                    "again", tomorrow.atStartOfDay(zone).toInstant().toEpochMilli());
        }
        long until = round.phaseEnds(now, zone).toEpochMilli();
        return switch (phase) {
            case UPCOMING, RESTING -> new Countdown("opens", until);
            case OPEN -> new Countdown("closes", until);
            case CLOSED -> null;
        };
    }

    private static Action action(Round round, Phase phase, Optional<PersonId> person, Past past) {
        String start = RoundPaths.of(round) + "/attempts";
        if (past.open().isPresent()) {
            return new Action("continue", RoundPaths.of(round) + "/answer", false);
        }
        if (person.isEmpty() && phase != Phase.CLOSED) {
            return new Action("register", "/register?to=/c/" + round.contest(), false);
        }
        return switch (phase) {
            case UPCOMING -> new Action("upcoming", null, false);
            case RESTING -> new Action("resting", null, false);
            case CLOSED -> new Action("closed", null, false);
            case OPEN ->
                mayNot(round, past)
                        .map(label -> new Action(label, null, false))
                        .orElseGet(() -> new Action(past.hasStarted() ? "again" : "start", start, true));
        };
    }

    /** Why the allowance gives no further attempt now; the server decides again at the start. */
    private static Optional<String> mayNot(Round round, Past past) {
        RuleSheet.Allowance allowance = round.sheet().attempts();
        if (allowance.total() != null && past.used().total() >= allowance.total()) {
            return Optional.of("used-up");
        }
        return allowance.perDay() != null && past.used().today() >= allowance.perDay()
                ? Optional.of("tomorrow")
                : Optional.empty();
    }

    private Mine mine(Round round, PersonId person, Past past) {
        Optional<MyRank> rank = past.rank();
        return new Mine(
                rank.map(known -> known.counted().points().toString()).orElse(null),
                rank.map(known -> known.counted().elapsedMillis()).orElse(null),
                rank.filter(MyRank::isKnown).map(known -> (long) known.rank()).orElse(null),
                rank.isPresent() ? standings.unitRank(round, person) : null,
                AttemptsLeft.of(round.sheet().attempts(), past.used()));
    }

    private List<Attempt> attempts(Round round, Past past) {
        int counted = past.rank().map(rank -> rank.counted().ordinal()).orElse(0);
        var lines = new ArrayList<Attempt>();
        past.open().ifPresent(open -> lines.add(line(round, open)));
        past.finished().reversed().forEach(finished -> lines.add(line(round, finished, counted)));
        return lines;
    }

    private Attempt line(Round round, OpenAttempt open) {
        return new Attempt(
                open.ordinal(),
                RoundPaths.of(round) + "/answer",
                open.startedAt() == null ? null : open.startedAt().atZone(zone),
                "open",
                null,
                null,
                false);
    }

    private Attempt line(Round round, FinishedAttempt finished, int counted) {
        return new Attempt(
                finished.ordinal(),
                RoundPaths.of(round) + "/attempts/" + finished.ordinal(),
                finished.finishedAt().atZone(zone),
                "handed-in",
                finished.points().toString(),
                finished.elapsedMillis(),
                finished.ordinal() == counted);
    }
}
