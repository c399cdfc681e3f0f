package org.leitai.finals.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leitai.finals.match.BuzzPlace;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Panel;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Protest;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;
import org.leitai.finals.stage.Controls.Given;
import org.leitai.finals.stage.Controls.Heat;
import org.leitai.finals.stage.Controls.Help;
import org.leitai.finals.stage.Controls.Judging;
import org.leitai.finals.stage.Controls.Objection;
import org.leitai.finals.stage.Controls.Part;
import org.leitai.kernel.Points;

/** What a console can do now 主持台. Pure: what is possible is asked of the rules themselves. */
final class ControlViews {

    private static final String ANY_REASON = "-";

    private ControlViews() {}

    static Controls of(MatchState match, Instant now) {
        return new Controls(
                match.desk().lead(),
                can(match, now),
                match.desk().asked() == null ? 0 : match.desk().asked().version(),
                place(match),
                match.teamOnTurn().map(team -> team - 1).orElse(null),
                match.question() == null ? null : match.question().shown().player(),
                naming(match),
                match.eligible().stream().map(team -> team - 1).sorted().toList(),
                heat(match),
                helps(match),
                match.desk().open().stream().map(open -> objection(match, open)).toList(),
                judging(match),
                parts(match),
                match.rules().members(),
                substitutes(match),
                match.pauseReason());
    }

    private static List<String> can(MatchState match, Instant now) {
        var can = new ArrayList<String>();
        Map<String, MatchCommand> asked = Map.ofEntries(
                Map.entry("open-segment", new MatchCommand.OpenSegment(0)),
                Map.entry("start-clock", new MatchCommand.StartClock()),
                Map.entry("start-countdown", new MatchCommand.StartCountdown()),
                Map.entry("cancel-countdown", new MatchCommand.CancelCountdown()),
                Map.entry("open-buzz", new MatchCommand.OpenBuzz()),
                Map.entry("lapse", new MatchCommand.Lapse()),
                Map.entry("end-turn", new MatchCommand.EndTurn(ANY_REASON)),
                Map.entry("void-question", new MatchCommand.VoidQuestion(ANY_REASON)),
                Map.entry("adjust", new MatchCommand.Adjust(1, Points.ZERO, ANY_REASON)),
                Map.entry("pause", new MatchCommand.Pause(ANY_REASON)),
                Map.entry("resume", new MatchCommand.Resume()),
                Map.entry("freeze", new MatchCommand.Freeze()),
                Map.entry("thaw", new MatchCommand.Thaw()),
                Map.entry("reveal-step", new MatchCommand.RevealStep()),
                Map.entry("raise-protest", new MatchCommand.RaiseProtest(1, ANY_REASON)),
                Map.entry("undo", new MatchCommand.Undo(null, ANY_REASON)),
                Map.entry("redo", new MatchCommand.Redo(ANY_REASON)),
                Map.entry("finish", new MatchCommand.Finish()));
        asked.forEach((act, command) -> {
            if (accepted(match, command, now)) {
                can.add(act);
            }
        });
        anyTeam(match, now, MatchCommand.Award::new).ifPresent(team -> can.add("award"));
        anyTeam(match, now, team -> new MatchCommand.Rule(team, Verdict.WRONG)).ifPresent(team -> {
            can.add("rule");
            if (accepted(match, new MatchCommand.Rule(team, Verdict.PARTIAL), now)) {
                can.add("partial");
            }
        });
        return can.stream().sorted().toList();
    }

    private static Optional<Integer> anyTeam(MatchState match, Instant now, IntFunction<MatchCommand> command) {
        return match.teams().stream()
                .map(team -> team.number())
                .filter(team -> accepted(match, command.apply(team), now))
                .findFirst();
    }

    private static boolean accepted(MatchState match, MatchCommand command, Instant now) {
        return Match.decide(match, command, now) instanceof Decision.Accepted;
    }

    private static String place(MatchState match) {
        if (match.question() != null) {
            return "item/" + match.question().itemRef();
        }
        return match.segmentIndex() < 0 ? "match" : "segment/" + match.segmentIndex();
    }

    private static String naming(MatchState match) {
        Segment segment = match.segment().filter(Segment::inTurn).orElse(null);
        if (segment == null
                || match.question() != null && match.phase() != Phase.RULED && match.phase() != Phase.REVEALED) {
            return null;
        }
        return segment.order() == TurnOrder.LIVE ? "team" : segment.who() == WhoAnswers.RIVAL ? "rival" : null;
    }

    private static Heat heat(MatchState match) {
        boolean tied =
                match.phase() == Phase.ANSWERING && match.buzzes().stream().anyMatch(BuzzPlace::deadHeat);
        if (!tied) {
            return null;
        }
        List<Integer> teams = IntStream.range(0, match.buzzes().size())
                .filter(i -> i == 0 || match.buzzes().get(i).deadHeat())
                .mapToObj(i -> match.buzzes().get(i).team() - 1)
                .toList();
        return new Heat(code(match.segment().orElseThrow().buzz().deadHeat()), teams);
    }

    private static List<Help> helps(MatchState match) {
        Stream<Lifeline> here = match.segment().map(Segment::lifelines).stream().flatMap(List::stream);
        return Stream.concat(here, match.rules().lifelines().stream())
                .map(help -> new Help(
                        help.code(),
                        help.title(),
                        match.teams().stream()
                                .map(team -> match.left(help, team.number()))
                                .toList()))
                .toList();
    }

    private static Objection objection(MatchState match, Protest protest) {
        String segment = match.rules().segments().get(protest.about().segment()).title();
        return new Objection(
                protest.id(), protest.team() - 1, segment, protest.about().number(), protest.reason());
    }

    private static Judging judging(MatchState match) {
        Segment segment =
                match.segment().filter(one -> one.kind() == SegmentKind.JUDGED).orElse(null);
        if (segment == null || match.question() == null) {
            return null;
        }
        var judged = match.question().judged();
        List<Given> given = judged.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Given(
                        entry.getKey(),
                        Panel.points(segment, List.of(entry.getValue())).toString()))
                .toList();
        String result =
                judged.isEmpty() ? null : Panel.points(segment, judged.values()).toString();
        return new Judging(Panel.places(segment), given, Panel.complete(match), result);
    }

    private static List<Part> parts(MatchState match) {
        return IntStream.range(0, match.rules().segments().size())
                .mapToObj(i -> {
                    Segment segment = match.rules().segments().get(i);
                    boolean chosen = segment.kind() == SegmentKind.PLAY_OFF || segment.entrants() != null;
                    List<Integer> entrants = chosen
                            ? match.entrantsOf(i).stream().map(team -> team - 1).toList()
                            : List.of();
                    return new Part(code(segment.kind()), entrants);
                })
                .toList();
    }

    private static List<List<String>> substitutes(MatchState match) {
        return match.scores().stream()
                .map(score -> score.substitutes().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList())
                .toList();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
