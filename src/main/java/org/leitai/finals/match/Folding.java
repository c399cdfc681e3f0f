package org.leitai.finals.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.leitai.finals.match.MatchEvent.AnswerRevealed;
import org.leitai.finals.match.MatchEvent.AnswerSubmitted;
import org.leitai.finals.match.MatchEvent.Awarded;
import org.leitai.finals.match.MatchEvent.BuzzOpened;
import org.leitai.finals.match.MatchEvent.ClockStarted;
import org.leitai.finals.match.MatchEvent.CountdownCancelled;
import org.leitai.finals.match.MatchEvent.CountdownStarted;
import org.leitai.finals.match.MatchEvent.FalseStarted;
import org.leitai.finals.match.MatchEvent.Finished;
import org.leitai.finals.match.MatchEvent.Followed;
import org.leitai.finals.match.MatchEvent.Frozen;
import org.leitai.finals.match.MatchEvent.JudgeScored;
import org.leitai.finals.match.MatchEvent.LeadTaken;
import org.leitai.finals.match.MatchEvent.LifelineUsed;
import org.leitai.finals.match.MatchEvent.PaperScored;
import org.leitai.finals.match.MatchEvent.Paused;
import org.leitai.finals.match.MatchEvent.PlaceRevealed;
import org.leitai.finals.match.MatchEvent.PlayerSubstituted;
import org.leitai.finals.match.MatchEvent.ProtestRaised;
import org.leitai.finals.match.MatchEvent.ProtestSettled;
import org.leitai.finals.match.MatchEvent.QuestionClosed;
import org.leitai.finals.match.MatchEvent.QuestionLapsed;
import org.leitai.finals.match.MatchEvent.QuestionShown;
import org.leitai.finals.match.MatchEvent.QuestionVoided;
import org.leitai.finals.match.MatchEvent.Redone;
import org.leitai.finals.match.MatchEvent.Resumed;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.finals.match.MatchEvent.SceneChanged;
import org.leitai.finals.match.MatchEvent.ScoreAdjusted;
import org.leitai.finals.match.MatchEvent.SegmentOpened;
import org.leitai.finals.match.MatchEvent.Thawed;
import org.leitai.finals.match.MatchEvent.TurnEnded;
import org.leitai.finals.match.MatchEvent.Undone;
import org.leitai.finals.match.MatchEvent.ValueChosen;
import org.leitai.kernel.Points;

/** One step of the fold: takes a state apart, applies an event, puts the next state together. Pure to the outside. */
final class Folding {

    private final MatchState from;
    private final Instant at;
    private final long version;

    private Scene scene;
    private Phase phase;
    private String pauseReason;
    private MatchClock clock;
    private Progress progress;
    private Question question;
    private final List<TeamScore> scores;
    private List<TeamScore> frozenScores;
    private List<Integer> revealed;
    private Desk desk;

    private Folding(MatchState from, Stamped stamped) {
        this.from = from;
        at = stamped.at();
        version = stamped.version();
        scene = from.scene();
        phase = from.phase();
        pauseReason = from.pauseReason();
        clock = from.clock();
        progress = from.progress();
        question = from.question();
        scores = new ArrayList<>(from.scores());
        frozenScores = from.frozenScores();
        revealed = from.revealed();
        desk = from.desk();
    }

    static MatchState apply(MatchState from, Stamped stamped) {
        if (stamped.version() != from.version() + 1) {
            throw new IllegalArgumentException("version " + stamped.version() + " after " + from.version());
        }
        return switch (stamped.event()) {
            case Undone undo -> Undoing.undo(from, stamped.version(), undo.toVersion());
            case Redone redo -> Undoing.redo(from, stamped.version());
            default -> new Folding(from, stamped).fold(stamped.event());
        };
    }

    private MatchState fold(MatchEvent event) {
        on(event);
        return new MatchState(
                from.rules(),
                from.teams(),
                version,
                version,
                scene,
                sceneEndsAt(event),
                phase,
                pauseReason,
                clock,
                progress,
                question,
                List.copyOf(scores),
                frozenScores,
                revealed,
                desk,
                new Past(from, null, event.fromSeat() || endsCountdown(event)));
    }

    /** What a countdown has opened is undone together with the countdown. */
    private boolean endsCountdown(MatchEvent event) {
        return from.counting() && event instanceof BuzzOpened;
    }

    /** It goes with the scene for which it was said. */
    private Instant sceneEndsAt(MatchEvent event) {
        if (event instanceof SceneChanged changed) {
            return changed.millis() == null ? null : at.plusMillis(changed.millis());
        }
        return scene == from.scene() ? from.sceneEndsAt() : null;
    }

    private void on(MatchEvent event) {
        switch (event) {
            case SegmentOpened opened -> on(opened);
            case QuestionShown shown -> on(shown);
            case ClockStarted started -> {
                clock = MatchClock.started(started.kind(), at, started.millis());
                phase = phase == Phase.QUESTION_SHOWN ? Phase.CLOCK_RUNNING : phase;
            }
            case CountdownStarted started -> clock = MatchClock.started(ClockKind.COUNTDOWN, at, started.millis());
            case CountdownCancelled cancelled -> clock = null;
            case BuzzOpened opened -> on(opened);
            case Awarded awarded -> on(awarded);
            case Followed followed -> {
                List<BuzzPlace> places = new ArrayList<>(question.buzzes());
                places.add(new BuzzPlace(followed.team(), followed.gapNanos(), followed.deadHeat()));
                question = Questions.buzzes(question, List.copyOf(places));
            }
            case FalseStarted foul -> on(foul);
            case QuestionLapsed lapsed -> {
                phase = Phase.RULED;
                clock = null;
                question = Questions.team(question, null);
                uncount(!lapsed.counted());
            }
            case AnswerSubmitted answer ->
                question = Questions.answer(
                        question, answer.team(), new SeatAnswer(answer.text(), elapsedMillis(), answer.ref()));
            case ValueChosen chosen -> progress = progress.choosing(new Progress.Choice(chosen.team(), chosen.value()));
            case Ruled ruled -> on(ruled);
            case JudgeScored judged -> question = Questions.judged(question, judged.judge(), judged.parts());
            case AnswerRevealed revealedNow -> {
                phase = Phase.REVEALED;
                stopQuestionClock();
            }
            case QuestionClosed closed -> {
                phase = Phase.IDLE;
                question = null;
                stopQuestionClock();
            }
            case TurnEnded ended -> {
                phase = Phase.IDLE;
                question = null;
                clock = null;
                progress = progress.at(
                        ended.pass(), ended.order(), ended.turn(), progress.questionInTurn(), true, progress.number());
            }
            case LifelineUsed used -> on(used);
            case ScoreAdjusted adjusted ->
                score(adjusted.team(), team -> team.plus(progress.segment(), adjusted.points()));
            case PaperScored paper ->
                score(paper.team(), team -> team.plus(paper.segment(), paper.points())
                        .plusPlayOff(paper.playOff()));
            case Paused paused -> {
                pauseReason = paused.reason();
                clock = clock == null ? null : clock.paused(at);
            }
            case Resumed resumed -> {
                pauseReason = null;
                clock = clock == null ? null : clock.resumed(at);
            }
            case QuestionVoided voided -> on(voided);
            case PlayerSubstituted change ->
                score(change.team(), team -> team.substitute(change.player(), change.name()));
            case ProtestRaised raised -> {
                var about = new Desk.Asked(raised.question(), raised.itemRef(), raised.segment(), raised.number());
                desk = desk.raised(new Protest(version, raised.team(), about, raised.reason(), null));
            }
            case ProtestSettled settled -> on(settled);
            case LeadTaken taken -> desk = desk.led(taken.who());
            case SceneChanged changed -> scene = changed.scene();
            case Frozen frozen -> {
                frozenScores = from.scores();
                revealed = List.of();
                scene = Scene.FROZEN;
            }
            case Thawed thawed -> frozenScores = null;
            case PlaceRevealed place -> {
                scene = Scene.REVEAL;
                List<Integer> teams = new ArrayList<>(revealed);
                teams.addAll(place.teams());
                revealed = List.copyOf(teams);
            }
            case Finished finished -> {
                phase = Phase.FINISHED;
                clock = null;
                question = null;
            }
            case MatchEvent.PackOpened opened -> {}
            case Undone undone -> throw new IllegalStateException();
            case Redone redone -> throw new IllegalStateException();
        }
    }

    private void on(SegmentOpened opened) {
        progress = Progress.opened(opened.segment(), opened.entrants());
        phase = Phase.IDLE;
        question = null;
        clock = null;
        scene = Scene.SEGMENT;
    }

    private void on(QuestionShown shown) {
        boolean sameSet = clock != null
                && clock.kind() == ClockKind.SET
                && shown.questionInTurn() > 1
                && shown.turn() == progress.turn()
                && shown.pass() == progress.pass();
        question = Question.of(shown, version);
        desk = desk.asking(new Desk.Asked(version, shown.itemRef(), progress.segment(), shown.number()));
        progress =
                progress.at(shown.pass(), shown.order(), shown.turn(), shown.questionInTurn(), false, shown.number());
        phase = sameSet ? Phase.CLOCK_RUNNING : Phase.QUESTION_SHOWN;
        clock = sameSet ? clock : null;
        scene = Scene.PLAY;
        if (shown.value() != null && shown.team() != null) {
            score(riskTaker(shown), team -> team.takeRisk(shown.value(), 1));
        }
    }

    private static int riskTaker(QuestionShown shown) {
        return shown.asker() == null ? shown.team() : shown.asker();
    }

    private void on(BuzzOpened opened) {
        phase = Phase.BUZZ_ARMED;
        question = Questions.armed(question, from.phase() == Phase.QUESTION_SHOWN ? question.nonce() : version);
        clock = opened.nobodyMillis() == null ? null : MatchClock.started(ClockKind.NOBODY, at, opened.nobodyMillis());
    }

    private void on(Awarded awarded) {
        phase = Phase.ANSWERING;
        question = Questions.withoutAnswer(question, awarded.team());
        boolean again = question.buzzes().stream().anyMatch(place -> place.team() == awarded.team());
        List<BuzzPlace> places = new ArrayList<>(question.buzzes());
        if (!again) {
            places.add(new BuzzPlace(awarded.team(), awarded.gapNanos(), awarded.deadHeat()));
        }
        question = Questions.team(Questions.buzzes(question, List.copyOf(places)), awarded.team());
        clock = awarded.clock() == null ? null : MatchClock.started(awarded.clock(), at, awarded.millis());
    }

    private void on(FalseStarted foul) {
        give(foul.team(), foul.points(), foul.playOff());
        score(foul.team(), team -> team.count(Verdict.FOUL, 0, 1));
        progress = progress.counting(progress.failures(), Questions.plusOne(progress.fouls(), foul.team()));
        question = Questions.foul(question, foul);
        switch (foul.effect()) {
            case NONE -> {}
            case TEAM_LOCKED -> question = Questions.lock(question, foul.team());
            case QUESTION_VOID -> {
                phase = Phase.RULED;
                clock = null;
            }
        }
    }

    private void on(Ruled ruled) {
        give(ruled.team(), ruled.points(), ruled.playOff());
        score(ruled.team(), team -> team.count(ruled.verdict(), ruled.answerMillis(), 1)
                .plusPersonal(ruled.player(), ruled.personal()));
        question = Questions.ruled(question, ruled);
        if (ruled.verdict().failed() && from.segment().orElseThrow().buzzed()) {
            progress = progress.counting(Questions.plusOne(progress.failures(), ruled.team()), progress.fouls());
        }
        if (ruled.out()) {
            Set<Integer> out = new TreeSet<>(progress.out());
            out.add(ruled.team());
            progress = progress.without(Set.copyOf(out));
        }
        phase = switch (ruled.next()) {
            case DONE, AUDIENCE -> phase == Phase.REVEALED ? Phase.REVEALED : Phase.RULED;
            case MORE_TEAMS -> phase;
            case REOPEN -> {
                question = Questions.armed(question, version);
                yield Phase.QUESTION_SHOWN;
            }
            case PASS -> Phase.ANSWERING;
        };
        if (ruled.next() != AfterRuling.MORE_TEAMS) {
            stopQuestionClock();
            question = Questions.team(question, ruled.next() == AfterRuling.DONE ? question.team() : ruled.passedTo());
        }
    }

    private void on(LifelineUsed used) {
        String key = Lifelines.key(from, used.lifeline());
        score(used.team(), team -> team.useLifeline(key));
        if (used.restartsClock() && clock != null) {
            clock = MatchClock.started(clock.kind(), at, clock.durationMillis());
        } else if (used.millis() > 0) {
            clock = MatchClock.started(ClockKind.LIFELINE, at, used.millis());
        }
    }

    private void on(ProtestSettled settled) {
        int segment = desk.find(settled.protest()).orElseThrow().about().segment();
        settled.points().forEach((team, points) -> score(team, one -> one.plus(segment, points)));
        desk = desk.settled(settled.protest(), settled.outcome());
    }

    private void on(QuestionVoided voided) {
        boolean playOff = Scoring.playOff(from);
        for (Map.Entry<Integer, Points> back : voided.takenBack().entrySet()) {
            give(back.getKey(), playOff ? Points.ZERO : back.getValue(), playOff ? back.getValue() : Points.ZERO);
        }
        for (Ruled ruling : question.rulings()) {
            score(ruling.team(), team -> team.count(ruling.verdict(), ruling.answerMillis(), -1)
                    .plusPersonal(ruling.player(), Points.ZERO.minus(ruling.personal())));
        }
        QuestionShown shown = question.shown();
        if (voided.replaced() && shown.value() != null && shown.team() != null) {
            score(riskTaker(shown), team -> team.takeRisk(shown.value(), -1));
        }
        takeBackFailures();
        phase = Phase.IDLE;
        question = null;
        stopQuestionClock();
        uncount(voided.replaced());
        progress = progress.replacing(voided.replaced());
    }

    private void takeBackFailures() {
        Set<Integer> out = new TreeSet<>(progress.out());
        Map<Integer, Integer> failures = new TreeMap<>(progress.failures());
        for (Ruled ruling : question.rulings()) {
            failures.computeIfPresent(
                    ruling.team(), (team, count) -> ruling.verdict().failed() ? count - 1 : count);
            if (ruling.out()) {
                out.remove(ruling.team());
            }
        }
        progress = progress.counting(Map.copyOf(failures), progress.fouls()).without(Set.copyOf(out));
    }

    private long elapsedMillis() {
        return clock == null ? 0 : clock.durationMillis() - clock.remainingMillis(at);
    }

    /** The place of the question in its turn is free again. */
    private void uncount(boolean replaced) {
        if (replaced) {
            progress = progress.at(
                    progress.pass(),
                    progress.order(),
                    progress.turn(),
                    progress.questionInTurn() - 1,
                    false,
                    progress.number() - 1);
        }
    }

    private void stopQuestionClock() {
        if (clock != null && clock.kind() != ClockKind.SET) {
            clock = null;
        }
    }

    private void give(int team, Points points, Points playOff) {
        score(team, one -> one.plus(progress.segment(), points).plusPlayOff(playOff));
    }

    private void score(int team, UnaryOperator<TeamScore> change) {
        scores.set(team - 1, change.apply(scores.get(team - 1)));
    }
}
