package org.leitai.finals.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.stage.StageState.Console;
import org.leitai.finals.stage.StageState.Step;
import org.leitai.finals.stage.StageState.Value;
import org.leitai.kernel.Points;

/** What only the host's console needs 主持台. Pure. */
final class Consoles {

    private Consoles() {}

    static Console of(MatchState match, Instant now, DeskView seats) {
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
                match.phase() == Phase.ANSWERING || match.phase() == Phase.CLOCK_RUNNING,
                ControlViews.of(match, now),
                seats);
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
}
