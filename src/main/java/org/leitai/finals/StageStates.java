package org.leitai.finals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leitai.finals.StageState.Asked;
import org.leitai.finals.StageState.Clock;
import org.leitai.finals.StageState.Console;
import org.leitai.finals.StageState.Outcome;
import org.leitai.finals.StageState.Part;
import org.leitai.finals.StageState.Press;
import org.leitai.finals.StageState.SeatView;
import org.leitai.finals.StageState.Step;
import org.leitai.finals.StageState.Team;
import org.leitai.finals.StageState.Told;
import org.leitai.finals.StageState.Value;
import org.leitai.finals.match.BuzzPlace;
import org.leitai.finals.match.MatchClock;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Standing;
import org.leitai.finals.match.TeamScore;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.kernel.Points;

/**
 * Turns the folded state into what one audience may see of it. Pure: the same state and audience make the same picture.
 *
 * @param title of the match
 * @param questions as text, by their reference in the log, "1" for the first
 * @param online how many devices of a seat are connected
 */
record StageStates(String title, List<QuestionText> questions, IntUnaryOperator online) {

    StageState of(MatchState match, Audience audience, Instant now) {
        boolean host = audience instanceof Audience.Host;
        return new StageState(
                match.version(),
                now.toEpochMilli(),
                title,
                scene(match),
                match.paused(),
                match.frozen(),
                part(match),
                match.question() == null ? null : asked(match),
                host || isTold(match) ? told(match) : null,
                match.clock() == null ? null : clock(match.clock()),
                window(match),
                match.buzzes().stream().map(StageStates::press).toList(),
                match.phase() == Phase.ANSWERING && match.question().team() != null
                        ? match.question().team() - 1
                        : null,
                ruling(match, host),
                host ? live(match) : shown(match),
                host ? console(match) : null,
                audience instanceof Audience.SeatOf(int team) ? seat(match, team) : null);
    }

    /** The text behind a reference; what the host asks without paper has none. */
    QuestionText text(String itemRef) {
        int ordinal = Integer.parseInt(itemRef);
        return ordinal >= 1 && ordinal <= questions.size() ? questions.get(ordinal - 1) : QuestionText.SPOKEN;
    }

    /** How many devices each of so many teams has connected. */
    List<Integer> devices(int teams) {
        return IntStream.rangeClosed(1, teams).map(online).boxed().toList();
    }

    private static String scene(MatchState match) {
        return switch (match.scene()) {
            case OPENING, PARADE, CHEER -> "opening";
            case SEGMENT -> match.segment().isPresent() ? "segment" : "opening";
            case PLAY -> played(match);
            case SCOREBOARD -> "board";
            case FROZEN -> "frozen";
            case REVEAL -> "reveal";
            case AWARDS -> "final";
            case BREAK -> "break";
        };
    }

    private static String played(MatchState match) {
        return switch (match.phase()) {
            case IDLE -> match.segment().isPresent() ? "segment" : "opening";
            case QUESTION_SHOWN, CLOCK_RUNNING, BUZZ_ARMED -> "question";
            case ANSWERING -> match.buzzes().isEmpty() ? "question" : "buzz";
            case RULED -> match.question().rulings().isEmpty() ? "question" : "ruling";
            case REVEALED -> "answer";
            case FINISHED -> match.frozen() ? "frozen" : "final";
        };
    }

    private static Part part(MatchState match) {
        return match.segment()
                .map(segment -> new Part(
                        match.segmentIndex() + 1,
                        segment.title(),
                        segment.kind().name().toLowerCase(Locale.ROOT),
                        size(segment, match.progress().entrants().size())))
                .orElse(null);
    }

    /** How many questions a segment has; 0: the host ends it. */
    static int size(Segment segment, int teams) {
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

    private Told told(MatchState match) {
        if (match.question() == null) {
            return null;
        }
        QuestionText text = text(match.question().itemRef());
        return new Told(text.key(), text.explanation(), text.source());
    }

    private static Clock clock(MatchClock clock) {
        String kind = clock.kind().name().toLowerCase(Locale.ROOT);
        return clock.running()
                ? new Clock(kind, clock.endsAt().toEpochMilli(), null, clock.durationMillis())
                : new Clock(kind, null, clock.pausedRemainingMillis(), clock.durationMillis());
    }

    private static String window(MatchState match) {
        if (match.question() == null || !match.segment().map(Segment::buzzed).orElse(false)) {
            return "none";
        }
        return switch (match.phase()) {
            case BUZZ_ARMED -> "open";
            case ANSWERING -> "locked";
            case IDLE, QUESTION_SHOWN, CLOCK_RUNNING, RULED, REVEALED, FINISHED -> "closed";
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
        boolean hidden = match.frozen() && !host;
        return new Outcome(
                last.team() - 1,
                last.verdict().name().toLowerCase(Locale.ROOT),
                hidden || last.points().equals(Points.ZERO) ? null : signed(last.points()));
    }

    private static String signed(Points points) {
        return points.compareTo(Points.ZERO) > 0 ? "+" + points : points.toString();
    }

    /** As the jury sees it. */
    private List<Team> live(MatchState match) {
        return teams(match, match.ranking(), match.scores(), Set.of(), true);
    }

    /** While the places are being revealed, a team shows its true score from its turn on and nothing before. */
    private List<Team> shown(MatchState match) {
        if (match.frozen() && match.scene() == Scene.REVEAL) {
            Set<Integer> hidden = match.teams().stream()
                    .map(seat -> seat.number())
                    .filter(team -> !match.revealed().contains(team))
                    .collect(Collectors.toSet());
            return teams(match, match.ranking(), match.scores(), hidden, false);
        }
        List<TeamScore> scores = match.frozen() ? match.frozenScores() : match.scores();
        return teams(match, match.publicRanking(), scores, Set.of(), false);
    }

    private List<Team> teams(
            MatchState match, List<Standing> ranking, List<TeamScore> scores, Set<Integer> hidden, boolean host) {
        var places = new TreeMap<Integer, Integer>();
        var ranks = new TreeMap<Integer, Integer>();
        for (Standing standing : ranking) {
            places.put(standing.team(), places.size());
            ranks.put(standing.team(), standing.rank());
        }
        // Nobody may read an unrevealed place from the order: what is hidden keeps the order of the seats, above the
        // revealed.
        List<Integer> above = hidden.stream().sorted().toList();
        Set<Integer> locked = match.question() == null ? Set.of() : match.lockedOut();
        return scores.stream()
                .map(score -> hidden.contains(score.team())
                        ? new Team(score.name(), null, null, above.indexOf(score.team()), false, null)
                        : new Team(
                                score.name(),
                                score.score().toString(),
                                ranks.get(score.team()),
                                places.get(score.team()),
                                locked.contains(score.team()),
                                host ? online.applyAsInt(score.team()) : null))
                .toList();
    }

    private Console console(MatchState match) {
        List<Segment> segments = match.rules().segments();
        List<Step> rundown = IntStream.range(0, segments.size())
                .mapToObj(i -> new Step(
                        segments.get(i).title(),
                        i < match.segmentIndex() ? "done" : i == match.segmentIndex() ? "current" : "coming"))
                .toList();
        boolean chooses = match.question() == null
                && match.segment()
                        .map(segment -> segment.inTurn() && segment.order() == TurnOrder.LIVE)
                        .orElse(false);
        return new Console(
                match.nextAction().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                rundown,
                values(match),
                chooses,
                match.phase() == Phase.ANSWERING || match.phase() == Phase.CLOCK_RUNNING);
    }

    private static List<Value> values(MatchState match) {
        if (match.question() != null
                || match.segment().map(Segment::risk).orElse(List.of()).isEmpty()) {
            return List.of();
        }
        Map<Points, Integer> stock = match.teamOnTurn().map(match::riskStock).orElse(Map.of());
        List<Value> values = new ArrayList<>();
        stock.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> values.add(new Value(entry.getKey().toString(), entry.getValue())));
        return values;
    }

    private static SeatView seat(MatchState match, int team) {
        int place = IntStream.range(0, match.buzzes().size())
                .filter(i -> match.buzzes().get(i).team() == team)
                .findFirst()
                .orElse(-1);
        Long nonce = mayPress(match, team) ? match.buzzNonce() : null;
        String state = seatState(match, team, place);
        return place > 0
                ? new SeatView(
                        team - 1,
                        state,
                        nonce,
                        place + 1,
                        match.buzzes().get(place).gapMillis())
                : new SeatView(team - 1, state, nonce, null, null);
    }

    private static boolean mayPress(MatchState match, int team) {
        return match.eligible().contains(team) && (match.phase() == Phase.BUZZ_ARMED || waitsForBuzz(match));
    }

    /** Whether a press now is a false start. */
    static boolean waitsForBuzz(MatchState match) {
        boolean early = match.phase() == Phase.QUESTION_SHOWN || match.phase() == Phase.CLOCK_RUNNING;
        return early
                && !match.paused()
                && match.segment()
                        .filter(Segment::buzzed)
                        .map(segment -> segment.buzz().opening() != BuzzOpening.WHILE_READING)
                        .orElse(false);
    }

    private static String seatState(MatchState match, int team, int place) {
        if (match.question() == null) {
            return match.phase() == Phase.FINISHED ? "over" : "closed";
        }
        boolean mine = match.question().team() != null && match.question().team() == team;
        boolean barred = !match.eligible().contains(team);
        return switch (match.phase()) {
            case BUZZ_ARMED -> barred ? barredState(match, team) : "armed";
            case ANSWERING -> mine ? "answering" : place > 0 ? "behind" : "watching";
            case QUESTION_SHOWN, CLOCK_RUNNING -> {
                if (window(match).equals("closed")) {
                    yield barred ? barredState(match, team) : "ready";
                }
                yield mine || match.question().team() == null ? "answering" : "watching";
            }
            case RULED -> match.question().ruled(team) ? "ruled" : "watching";
            case REVEALED -> "watching";
            case IDLE -> "closed";
            case FINISHED -> "over";
        };
    }

    private static String barredState(MatchState match, int team) {
        return match.question().fouls().stream().anyMatch(foul -> foul.team() == team) ? "false-start" : "barred";
    }
}
