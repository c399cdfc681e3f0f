package org.leitai.finals.stage;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.leitai.finals.match.BuzzPlace;
import org.leitai.finals.match.MatchClock;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.seat.DeskFacts;
import org.leitai.finals.stage.StageState.Asked;
import org.leitai.finals.stage.StageState.Clock;
import org.leitai.finals.stage.StageState.Outcome;
import org.leitai.finals.stage.StageState.Part;
import org.leitai.finals.stage.StageState.Press;
import org.leitai.finals.stage.StageState.Terms;
import org.leitai.finals.stage.StageState.Told;
import org.leitai.kernel.Points;

/**
 * Turns the folded state into what one audience may see of it. Pure: the same state and audience make the same picture.
 *
 * @param title of the match
 * @param questions the text behind a reference in the log
 * @param online how many devices of a seat are connected
 */
public record StageStates(String title, Function<String, QuestionText> questions, IntUnaryOperator online) {

    /** Of a match whose seats nobody looks after. */
    public StageState of(MatchState match, Audience audience, Instant now) {
        return of(match, audience, now, DeskFacts.NONE);
    }

    public StageState of(MatchState match, Audience audience, Instant now, DeskFacts facts) {
        QuestionText text =
                match.question() == null ? null : text(match.question().itemRef());
        boolean host = audience instanceof Audience.Host;
        return new StageState(
                match.version(),
                now.toEpochMilli(),
                title,
                Scenes.of(match),
                match.sceneEndsAt() == null ? null : match.sceneEndsAt().toEpochMilli(),
                match.paused(),
                host ? match.frozen() : match.veiled(),
                part(match),
                match.question() == null ? null : asked(match),
                host || isTold(match) ? told(match, host) : null,
                match.clock() == null ? null : clock(match.clock()),
                window(match),
                match.buzzes().stream().map(StageStates::press).toList(),
                match.phase() == Phase.ANSWERING && match.question().team() != null
                        ? match.question().team() - 1
                        : null,
                ruling(match, host),
                host ? new Scoreboards(online).live(match) : new Scoreboards(online).shown(match),
                isTold(match) && !match.question().answers().isEmpty() ? DeskViews.slates(match, text) : null,
                host ? Consoles.of(match, now, DeskViews.of(match, text, facts)) : null,
                audience instanceof Audience.Judge ? JudgeViews.of(match) : null,
                audience instanceof Audience.SeatOf(int team) ? SeatViews.of(match, team, text, facts, now) : null);
    }

    public QuestionText text(String itemRef) {
        return questions.apply(itemRef);
    }

    /** How many devices each of so many teams has connected. */
    public List<Integer> devices(int teams) {
        return IntStream.rangeClosed(1, teams).map(online).boxed().toList();
    }

    private static Part part(MatchState match) {
        return match.segment()
                .map(segment -> new Part(
                        match.segmentIndex() + 1,
                        segment.title(),
                        segment.kind().name().toLowerCase(Locale.ROOT),
                        size(segment, match.progress().entrants().size()),
                        match.question() == null ? terms(segment) : null))
                .orElse(null);
    }

    private static Terms terms(Segment segment) {
        Points right = segment.points().right();
        Points wrong = segment.points().wrong();
        List<String> values = segment.risk().stream()
                .map(risk -> risk.value().toString())
                .distinct()
                .toList();
        Integer answer = segment.buzzed() ? segment.seconds().answer() : null;
        return new Terms(
                right.equals(Points.ZERO) ? null : signed(right),
                right.equals(Points.ZERO) || wrong.equals(Points.ZERO) ? null : signed(wrong),
                values,
                segment.seconds().think(),
                answer,
                segment.seconds().set(),
                segment.seconds().nobody());
    }

    /** How many questions a segment has; 0: the host ends it. */
    public static int size(Segment segment, int teams) {
        int turns = segment.inTurn() ? Math.max(1, teams) : 1;
        return segment.questions() * segment.passes() * turns;
    }

    private Asked asked(MatchState match) {
        QuestionText text = text(match.question().itemRef());
        Points value = match.question().shown().value();
        Points points = value == null ? match.question().shown().points().right() : value;
        return new Asked(
                match.question().number(),
                text.stem(),
                text.options(),
                points.equals(Points.ZERO) ? null : points.toString(),
                match.question().team() == null
                        ? List.of()
                        : List.of(match.question().team() - 1));
    }

    private static boolean isTold(MatchState match) {
        return match.phase() == Phase.REVEALED && match.question() != null;
    }

    private Told told(MatchState match, boolean host) {
        if (match.question() == null) {
            return null;
        }
        QuestionText text = text(match.question().itemRef());
        return new Told(text.key(), text.explanation(), text.source(), host ? text.note() : null);
    }

    private static Clock clock(MatchClock clock) {
        String kind = clock.kind().name().toLowerCase(Locale.ROOT);
        return clock.running()
                ? new Clock(kind, clock.endsAt().toEpochMilli(), null, clock.durationMillis())
                : new Clock(kind, null, clock.pausedRemainingMillis(), clock.durationMillis());
    }

    static String window(MatchState match) {
        if (match.question() == null || !match.segment().map(Segment::buzzed).orElse(false)) {
            return "none";
        }
        return switch (match.phase()) {
            case BUZZ_ARMED -> "open";
            case ANSWERING -> "locked";
            case QUESTION_SHOWN -> match.counting() ? "countdown" : "closed";
            case IDLE, CLOCK_RUNNING, RULED, REVEALED, FINISHED -> "closed";
        };
    }

    private static Press press(BuzzPlace place) {
        return new Press(place.team() - 1, place.gapMillis(), place.deadHeat());
    }

    private static Outcome ruling(MatchState match, boolean host) {
        if (match.question() == null || match.question().rulings().isEmpty()) {
            return null;
        }
        Ruled last = match.question().rulings().getLast();
        boolean hidden = match.veiled() && !host;
        return new Outcome(
                last.team() - 1,
                last.verdict().name().toLowerCase(Locale.ROOT),
                hidden || last.points().equals(Points.ZERO) ? null : signed(last.points()));
    }

    static String signed(Points points) {
        return points.compareTo(Points.ZERO) > 0 ? "+" + points : points.toString();
    }
}
