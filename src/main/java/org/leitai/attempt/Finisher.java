package org.leitai.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.contest.Contests;
import org.leitai.contest.Pool;
import org.leitai.contest.RankingKey;
import org.leitai.contest.RuleSheet;
import org.leitai.contest.Tally;
import org.leitai.kernel.Points;
import org.leitai.leaderboard.Boards;
import org.leitai.marking.Answer;
import org.leitai.marking.Mark;
import org.leitai.marking.Marker;

/** Ends attempts: marks them, stores the result, and tells the board, all in the caller's transaction. */
@ApplicationScoped
class Finisher {

    private final AttemptStore store;
    private final Contests contests;
    private final Boards boards;

    Finisher(AttemptStore store, Contests contests, Boards boards) {
        this.store = store;
        this.contests = contests;
        this.boards = boards;
    }

    /**
     * @param attempts locked by the transaction
     * @param now of the hand-in; an end after the deadline counts as one at the deadline
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void finish(List<OpenAttempt> attempts, Instant now) {
        Map<Long, Map<Integer, Answer>> answers = answersByAttempt(attempts);
        for (OpenAttempt attempt : attempts) {
            FinishedAttempt finished =
                    mark(attempt, answers.getOrDefault(attempt.id().value(), Map.of()), now);
            store.finish(finished);
            tellBoard(finished);
        }
    }

    private FinishedAttempt mark(OpenAttempt attempt, Map<Integer, Answer> answers, Instant now) {
        Pool pool = contests.pool(attempt.ruleSheetId());
        List<Points> marks = new Marker(pool.sheet().partialCredit())
                .mark(pool.draw(attempt.seed()), answers).stream()
                        .map(Mark::points)
                        .toList();
        Instant finishedAt = end(attempt, now);
        long elapsedMillis = attempt.startedAt() == null
                ? 0
                : Duration.between(attempt.startedAt(), finishedAt).toMillis();
        return new FinishedAttempt(
                attempt.id(),
                attempt.round(),
                attempt.person(),
                attempt.ruleSheetId(),
                attempt.ordinal(),
                attempt.seed(),
                attempt.startedAt(),
                finishedAt,
                marks.stream().reduce(Points.ZERO, Points::plus),
                elapsedMillis,
                marks);
    }

    /** The hand-in or the deadline; a round that was closed in the very moment of the delivery must not end it before its start. */
    private static Instant end(OpenAttempt attempt, Instant now) {
        Instant end = now.isBefore(attempt.deadline()) ? now : attempt.deadline();
        return attempt.startedAt() != null && end.isBefore(attempt.startedAt()) ? attempt.startedAt() : end;
    }

    private void tellBoard(FinishedAttempt attempt) {
        List<Tally> tallies = store.finished(attempt.round(), attempt.person()).stream()
                .filter(finished -> finished.startedAt() != null)
                .map(FinishedAttempt::tally)
                .toList();
        RuleSheet sheet = contests.pool(attempt.ruleSheetId()).sheet();
        Optional<Tally> counted = sheet.counting().count(tallies, RankingKey.order(sheet.ranking()));
        if (counted.isPresent()) {
            boards.record(attempt.round(), attempt.person(), counted.get(), tallies.size());
        }
    }

    private Map<Long, Map<Integer, Answer>> answersByAttempt(List<OpenAttempt> attempts) {
        var answers = new HashMap<Long, Map<Integer, Answer>>();
        for (AttemptStore.Current current : store.answers(attempts)) {
            answers.computeIfAbsent(current.attempt(), id -> new HashMap<>())
                    .put(current.slot(), new Answer(current.answer()));
        }
        return answers;
    }
}
