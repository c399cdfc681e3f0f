package org.leitai.finals.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;

/** Whose turn comes next 答题次序. Pure. */
final class Turns {

    /**
     * A question to be put.
     *
     * @param team null: open to all, or settled on stage
     * @param player null: any
     */
    record Slot(int pass, List<Integer> order, int turn, int questionInTurn, Integer team, Integer player) {}

    private Turns() {}

    /** Empty when the segment has no question left, or none has been opened. */
    static Optional<Slot> next(MatchState state) {
        return state.segment().flatMap(segment -> segment.inTurn() ? ofTurns(state, segment) : shared(state, segment));
    }

    private static Optional<Slot> shared(MatchState state, Segment segment) {
        Progress p = state.progress();
        int pass = Math.max(1, p.pass());
        boolean open = segment.questions() == 0;
        if (open || p.questionInTurn() < segment.questions()) {
            return Optional.of(new Slot(pass, List.of(), 0, p.questionInTurn() + 1, null, null));
        }
        return pass < segment.passes()
                ? Optional.of(new Slot(pass + 1, List.of(), 0, 1, null, null))
                : Optional.empty();
    }

    private static Optional<Slot> ofTurns(MatchState state, Segment segment) {
        Progress p = state.progress();
        boolean duel = segment.kind() == SegmentKind.DUEL;
        int length = duel ? 2 : 1;
        int pass = Math.max(1, p.pass());
        List<Integer> order = p.pass() == 0 ? order(state, segment, 1) : p.order();
        int turn = p.turn();
        int question = p.questionInTurn() + 1;
        boolean over = p.turnOver();
        while (true) {
            int first = turn * length;
            if (first >= order.size()) {
                boolean last = (segment.questions() != 0 || duel) && pass >= segment.passes();
                if (last || order.isEmpty()) {
                    return Optional.empty();
                }
                pass++;
                order = order(state, segment, pass);
                turn = 0;
                question = 1;
                over = false;
                continue;
            }
            List<Integer> side = order.subList(first, Math.min(first + length, order.size()));
            boolean anyOut =
                    side.stream().anyMatch(team -> state.progress().out().contains(team));
            boolean open = duel && segment.questions() == 0;
            int questions = Math.max(1, segment.questions()) * side.size();
            if (!over && !anyOut && (open || question <= questions)) {
                Integer team = team(segment, side, question);
                return Optional.of(new Slot(pass, order, turn, question, team, player(state, segment, pass, question)));
            }
            turn++;
            question = 1;
            over = false;
        }
    }

    private static Integer team(Segment segment, List<Integer> side, int question) {
        Integer team = side.get((question - 1) % side.size());
        return segment.order() == TurnOrder.LIVE ? null : team;
    }

    /** Player k answers question k of a turn; with one question a turn, that of pass k. */
    private static Integer player(MatchState state, Segment segment, int pass, int question) {
        if (segment.who() != WhoAnswers.PLAYER && segment.kind() != SegmentKind.RELAY) {
            return null;
        }
        int perPass = Math.max(1, segment.questions());
        int index = (pass - 1) * perPass + (question - 1) % perPass;
        return segment.players().isEmpty()
                ? index % state.rules().members() + 1
                : segment.players().get(index % segment.players().size());
    }

    static List<Integer> order(MatchState state, Segment segment, int pass) {
        List<Integer> seats = state.progress().entrants().stream()
                .filter(team -> !state.progress().out().contains(team))
                .sorted()
                .toList();
        return switch (segment.order()) {
            case SEAT, LIVE -> seats;
            case SERPENTINE -> pass % 2 == 1 ? seats : seats.reversed();
            case SCORE_UP -> byScore(state, seats, false);
            case SCORE_DOWN -> byScore(state, seats, true);
        };
    }

    /** Equal scores in the order of seats. */
    private static List<Integer> byScore(MatchState state, List<Integer> seats, boolean highestFirst) {
        Comparator<Integer> up = Comparator.comparing(team -> state.score(team).score());
        List<Integer> order = new ArrayList<>(seats);
        Collections.sort(order, highestFirst ? up.reversed() : up);
        return List.copyOf(order);
    }

    /** Who takes part in a segment that is about to be opened. */
    static List<Integer> entrants(MatchState state, Segment segment) {
        MatchRules rules = state.rules();
        List<Standing> ranking = Ranking.of(rules, state.scores());
        if (segment.kind() == SegmentKind.PLAY_OFF) {
            List<Integer> tied = firstTie(ranking);
            return tied.isEmpty()
                    ? ranking.stream().map(Standing::team).sorted().toList()
                    : tied;
        }
        return ranking.stream()
                .filter(standing -> segment.entrants() == null || standing.rank() <= segment.entrants())
                .map(Standing::team)
                .sorted()
                .toList();
    }

    private static List<Integer> firstTie(List<Standing> ranking) {
        return ranking.stream()
                .map(standing -> ranking.stream()
                        .filter(other -> other.rank() == standing.rank())
                        .map(Standing::team)
                        .sorted()
                        .toList())
                .filter(tied -> tied.size() > 1)
                .findFirst()
                .orElse(List.of());
    }
}
