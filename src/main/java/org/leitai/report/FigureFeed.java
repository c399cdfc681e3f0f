package org.leitai.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.kernel.RoundId;
import org.leitai.report.Figures.Minute;

/**
 * The figures of one round on this node 实况数据源: fresh for two seconds, one reader at a time refreshes them. Minutes that can no
 * longer change are read once.
 */
final class FigureFeed {

    static final int MINUTES = 60;

    private static final Duration FRESH = Duration.ofSeconds(2);

    /** An answer waits two seconds at most before it is written or refused; five times that. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final RoundId id;
    private final DeskStore store;
    private final ReentrantLock refreshing = new ReentrantLock();

    private final TreeMap<Instant, Minute> minutes = new TreeMap<>();
    private Instant settledUntil;
    private long answersBeforeMinutes;

    private Figures figures;
    private Instant asOf;

    FigureFeed(RoundId id, DeskStore store) {
        this.id = id;
        this.store = store;
    }

    Figures at(Round round, Instant now) {
        refreshing.lock();
        try {
            if (!isFresh(now)) {
                figures = read(round, now);
                asOf = now;
            }
            return figures;
        } finally {
            refreshing.unlock();
        }
    }

    private boolean isFresh(Instant now) {
        return asOf != null && !now.isBefore(asOf) && now.isBefore(asOf.plus(FRESH));
    }

    private Figures read(Round round, Instant now) {
        List<Minute> lastHour = readMinutes(end(round, now), now);
        long answers = answersBeforeMinutes
                + minutes.values().stream().mapToLong(Minute::answers).sum();
        List<Figures.UnitTotal> units = store.unitTotals(id);
        long finished = units.stream().mapToLong(Figures.UnitTotal::people).sum();
        return new Figures(store.tally(id), finished, answers, lastHour, store.scores(round), units);
    }

    /** The start of the minute behind the last one shown: the present one while the round runs, else that of its end. */
    private static Instant end(Round round, Instant now) {
        Instant lastAnswer = round.window().closes().plus(RuleSheet.GRACE);
        Instant last = now.isBefore(lastAnswer) ? now : lastAnswer;
        return last.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private List<Minute> readMinutes(Instant end, Instant now) {
        Instant start = end.minus(MINUTES, ChronoUnit.MINUTES);
        if (settledUntil == null || start.isBefore(minutes.firstKey()) || now.isBefore(settledUntil)) {
            startAnew(start);
        }
        fill(settledUntil, end);
        store.minutes(id, settledUntil, end).forEach(minute -> minutes.put(minute.start(), minute));
        while (minutes.firstKey().isBefore(start)) {
            answersBeforeMinutes += minutes.pollFirstEntry().getValue().answers();
        }
        settle(end, now);
        return List.copyOf(minutes.headMap(end).values());
    }

    /** The first look, or the round's end has moved back. */
    private void startAnew(Instant start) {
        minutes.clear();
        answersBeforeMinutes = store.answersBefore(id, start);
        settledUntil = start;
        minutes.put(start, new Minute(start, 0, 0));
    }

    private void fill(Instant from, Instant end) {
        LongStream.range(0, ChronoUnit.MINUTES.between(from, end))
                .mapToObj(n -> from.plus(n, ChronoUnit.MINUTES))
                .forEach(minute -> minutes.put(minute, new Minute(minute, 0, 0)));
    }

    private void settle(Instant end, Instant now) {
        Instant settled = now.minus(SETTLING).truncatedTo(ChronoUnit.MINUTES);
        Instant until = settled.isBefore(end) ? settled : end;
        settledUntil = until.isAfter(settledUntil) ? until : settledUntil;
    }
}
