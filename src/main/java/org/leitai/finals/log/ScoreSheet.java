package org.leitai.finals.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.finals.match.BuzzPlace;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEvent.QuestionShown;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.Standing;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/**
 * The score sheet of a match 成绩单: what every point came from, of the events that count. Its rows add up to the scores of the fold,
 * which a test checks. Pure.
 *
 * @param state where the match stands
 * @param parts by segment
 * @param substitutions players who came in
 * @param undone how many events were taken away by an undo
 */
record ScoreSheet(MatchState state, List<Part> parts, List<Stamped> substitutions, long undone) {

    /** @param segment index; -1: before the first */
    record Part(int segment, List<Row> rows) {

        /** What its rows come to, by team. */
        Map<Integer, Points> sums() {
            var sums = new TreeMap<Integer, Points>();
            rows.forEach(row -> row.points().forEach((team, points) -> sums.merge(team, points, Points::plus)));
            return sums;
        }
    }

    /**
     * A question, or a correction by hand.
     *
     * @param shown null: a correction
     * @param points by team; in a play-off its play-off points
     * @param verdicts by team, in order
     * @param buzzes by window, in order; a window that nobody used is empty
     * @param told events that want words: who changed what and why
     */
    record Row(
            QuestionShown shown,
            boolean voided,
            Map<Integer, Points> points,
            Map<Integer, List<Verdict>> verdicts,
            List<List<BuzzPlace>> buzzes,
            List<Stamped> told) {

        private Row(QuestionShown shown) {
            this(shown, false, new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        }

        private Row voidedNow() {
            return new Row(shown, true, points, verdicts, buzzes, told);
        }

        private void add(int team, Points change) {
            points.merge(team, change, Points::plus);
        }
    }

    /** @param events the whole log, undone ones too */
    static ScoreSheet of(MatchState start, List<Stamped> events) {
        var writing = new Writing();
        Course.counting(events).forEach(writing::on);
        MatchState state = start;
        for (Stamped event : events) {
            state = state.apply(event);
        }
        List<Part> parts = writing.parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), List.copyOf(part.getValue())))
                .toList();
        long steps = events.stream().filter(event -> !isUndoOrRedo(event)).count();
        return new ScoreSheet(state, parts, List.copyOf(writing.substitutions), steps - writing.counted);
    }

    List<Standing> ranking() {
        return state.ranking();
    }

    /** Whether the points of a part order tied teams and stay out of the score. */
    boolean isPlayOff(Part part) {
        return part.segment() >= 0
                && state.rules().segments().get(part.segment()).kind() == SegmentKind.PLAY_OFF;
    }

    private static boolean isUndoOrRedo(Stamped stamped) {
        return stamped.event() instanceof MatchEvent.Undone || stamped.event() instanceof MatchEvent.Redone;
    }

    /** The walk along the events that count. */
    private static final class Writing {

        private final Map<Integer, List<Row>> parts = new TreeMap<>();
        private final List<Stamped> substitutions = new ArrayList<>();
        /** Segment of the question, by the version of the protest. */
        private final Map<Long, Integer> protests = new TreeMap<>();

        private int segment = -1;
        private Row row;
        private long counted;

        void on(Stamped stamped) {
            counted++;
            switch (stamped.event()) {
                case MatchEvent.SegmentOpened opened -> {
                    segment = opened.segment();
                    rows(segment);
                    row = null;
                }
                case QuestionShown shown -> row = newRow(segment, shown);
                case MatchEvent.Awarded won -> press(new BuzzPlace(won.team(), won.gapNanos(), won.deadHeat()));
                case MatchEvent.Followed next -> press(new BuzzPlace(next.team(), next.gapNanos(), next.deadHeat()));
                case MatchEvent.FalseStarted foul -> {
                    row.add(foul.team(), foul.points().plus(foul.playOff()));
                    row.told().add(stamped);
                }
                case MatchEvent.Ruled ruled -> on(stamped, ruled);
                case MatchEvent.QuestionVoided voided -> {
                    voided.takenBack().forEach(row::add);
                    row.told().add(stamped);
                    replace(row.voidedNow());
                }
                case MatchEvent.QuestionLapsed lapsed -> row.told().add(stamped);
                case MatchEvent.JudgeScored judged -> row.told().add(stamped);
                case MatchEvent.LifelineUsed used ->
                    (row == null ? newRow(segment, null) : row).told().add(stamped);
                case MatchEvent.ScoreAdjusted adjusted ->
                    correction(segment, adjusted.team(), adjusted.points(), stamped);
                case MatchEvent.PaperScored paper ->
                    correction(paper.segment(), paper.team(), paper.points().plus(paper.playOff()), stamped);
                case MatchEvent.PlayerSubstituted change -> substitutions.add(stamped);
                case MatchEvent.QuestionClosed closed -> row = null;
                case MatchEvent.TurnEnded ended -> row = null;
                case MatchEvent.ProtestRaised raised -> protests.put(stamped.version(), raised.segment());
                case MatchEvent.ProtestSettled settled -> {
                    Row correction = newRow(protests.get(settled.protest()), null);
                    settled.points().forEach(correction::add);
                    correction.told().add(stamped);
                }
                case MatchEvent.ClockStarted started -> {}
                case MatchEvent.CountdownStarted started -> {}
                case MatchEvent.CountdownCancelled cancelled -> {}
                case MatchEvent.ValueChosen chosen -> {}
                case MatchEvent.LeadTaken taken -> {}
                case MatchEvent.PackOpened opened -> {}
                case MatchEvent.BuzzOpened opened -> row.buzzes().add(new ArrayList<>());
                case MatchEvent.AnswerSubmitted answer -> {}
                case MatchEvent.AnswerRevealed revealed -> {}
                case MatchEvent.Paused paused -> {}
                case MatchEvent.Resumed resumed -> {}
                case MatchEvent.SceneChanged changed -> {}
                case MatchEvent.Frozen frozen -> {}
                case MatchEvent.Thawed thawed -> {}
                case MatchEvent.PlaceRevealed place -> {}
                case MatchEvent.Finished finished -> {}
                case MatchEvent.Undone undone -> throw new IllegalStateException();
                case MatchEvent.Redone redone -> throw new IllegalStateException();
            }
        }

        private void on(Stamped stamped, MatchEvent.Ruled ruled) {
            row.add(ruled.team(), ruled.points().plus(ruled.playOff()));
            row.verdicts()
                    .computeIfAbsent(ruled.team(), team -> new ArrayList<>())
                    .add(ruled.verdict());
            if (ruled.overridden() || ruled.reason() != null) {
                row.told().add(stamped);
            }
        }

        /** In a dead heat the host names one that has pressed before: still one press. */
        private void press(BuzzPlace place) {
            if (row.buzzes().isEmpty()) {
                row.buzzes().add(new ArrayList<>());
            }
            List<BuzzPlace> window = row.buzzes().getLast();
            if (window.stream().noneMatch(one -> one.team() == place.team())) {
                window.add(place);
            }
        }

        private void correction(int where, int team, Points points, Stamped stamped) {
            Row present = row;
            Row correction = newRow(where, null);
            correction.add(team, points);
            correction.told().add(stamped);
            row = present;
        }

        private Row newRow(int where, QuestionShown shown) {
            Row made = new Row(shown);
            rows(where).add(made);
            return made;
        }

        private void replace(Row with) {
            List<Row> rows = rows(segment);
            rows.set(rows.lastIndexOf(row), with);
            row = with;
        }

        private List<Row> rows(int where) {
            return parts.computeIfAbsent(where, ignored -> new ArrayList<>());
        }
    }
}
