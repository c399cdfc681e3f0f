package org.leitai.finals.stage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.SeatAnswer;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.DeskFacts;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.finals.stage.DeskView.Alarmed;
import org.leitai.finals.stage.DeskView.Answered;
import org.leitai.finals.stage.DeskView.Asking;
import org.leitai.finals.stage.DeskView.Bad;
import org.leitai.finals.stage.DeskView.TeamCheck;
import org.leitai.finals.stage.DeskView.WaitingDevice;
import org.leitai.kernel.Points;

/** What the host sees of the seats, and the slates once they are raised. Pure. */
public final class DeskViews {

    private DeskViews() {}

    static DeskView of(MatchState match, QuestionText text, DeskFacts facts) {
        List<Integer> teams = match.teams().stream().map(TeamSeat::number).toList();
        List<LinkCheck.Bad> links = LinkCheck.bad(facts, teams);
        Map<Integer, String> faults =
                links.stream().collect(Collectors.toMap(LinkCheck.Bad::team, bad -> code(bad.fault())));
        boolean anyDevice = facts.devices().stream().anyMatch(device -> device.connected());
        return new DeskView(
                answers(match, text),
                together(match),
                match.chosenValue().map(Points::toString).orElse(null),
                match.chosenValue()
                        .flatMap(value -> match.teamOnTurn())
                        .map(team -> team - 1)
                        .orElse(null),
                asks(match, facts),
                faults.entrySet().stream()
                        .map(fault -> new Bad(fault.getKey() - 1, fault.getValue()))
                        .toList(),
                facts.alarms().stream()
                        .map(alarm -> new Alarmed(
                                code(alarm.kind()),
                                alarm.team() - 1,
                                alarm.times(),
                                alarm.last().toEpochMilli()))
                        .toList(),
                facts.waiting().stream()
                        .map(device -> new WaitingDevice(device.device(), device.team() - 1))
                        .toList(),
                facts.test() != 0,
                anyDevice && faults.isEmpty(),
                teams.stream()
                        .map(team -> new TeamCheck(
                                team - 1,
                                anyDevice ? faults.get(team) : code(LinkCheck.Fault.NO_DEVICE),
                                facts.devicesOf(team)))
                        .toList());
    }

    /** The verdicts that the key proposes for who was not ruled yet; nothing for what a person has to judge. */
    public static Map<Integer, Verdict> proposals(MatchState match, QuestionText text) {
        var verdicts = new TreeMap<Integer, Verdict>();
        match.eligible().stream().filter(team -> !match.question().ruled(team)).forEach(team -> text.expected()
                .propose(written(match, team))
                .ifPresent(verdict -> verdicts.put(team, verdict)));
        return verdicts;
    }

    /** What the teams wrote, for everybody; null before the answer is shown. */
    static List<StageState.Slate> slates(MatchState match, QuestionText text) {
        return match.question().answers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new StageState.Slate(
                        entry.getKey() - 1,
                        text.form().shown(entry.getValue().text(), text.options()),
                        verdict(match, entry.getKey())))
                .toList();
    }

    private static List<Answered> answers(MatchState match, QuestionText text) {
        if (match.question() == null || text.form().kind() == AnswerForm.Kind.SPOKEN) {
            return List.of();
        }
        boolean all = together(match);
        return match.teams().stream()
                .map(TeamSeat::number)
                .filter(team -> match.question().answers().containsKey(team)
                        || all && match.eligible().contains(team)
                        || all && match.question().ruled(team))
                .map(team -> answered(match, text, team))
                .toList();
    }

    private static Answered answered(MatchState match, QuestionText text, int team) {
        SeatAnswer answer = match.question().answers().get(team);
        return new Answered(
                team - 1,
                answer == null ? null : text.form().shown(answer.text(), text.options()),
                answer == null ? null : answer.millis(),
                text.expected()
                        .propose(written(match, team))
                        .map(DeskViews::code)
                        .orElse(null),
                verdict(match, team));
    }

    private static boolean together(MatchState match) {
        return match.segment().map(Segment::together).orElse(false);
    }

    private static String written(MatchState match, int team) {
        SeatAnswer answer = match.question().answers().get(team);
        return answer == null ? null : answer.text();
    }

    private static String verdict(MatchState match, int team) {
        return match.question().rulings().reversed().stream()
                .filter(ruling -> ruling.team() == team)
                .findFirst()
                .map(Ruled::verdict)
                .map(DeskViews::code)
                .orElse(null);
    }

    private static List<Asking> asks(MatchState match, DeskFacts facts) {
        return facts.asks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(ask -> new Asking(ask.getKey() - 1, ask.getValue(), title(match, ask.getKey(), ask.getValue())))
                .toList();
    }

    private static String title(MatchState match, int team, String code) {
        return match.lifelines(team).keySet().stream()
                .filter(lifeline -> lifeline.code().equals(code) && lifeline.title() != null)
                .map(Lifeline::title)
                .findFirst()
                .orElse(code);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
