package org.leitai.finals.match;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.leitai.finals.match.MatchEvent.QuestionShown;
import org.leitai.finals.rules.ByType;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;
import org.leitai.kernel.Points;

/** From opening a segment to closing a question. Pure. */
final class QuestionDecisions {

    private QuestionDecisions() {}

    static Decision open(MatchState state, MatchCommand.OpenSegment open) {
        if (open.segment() < 0 || open.segment() >= state.rules().segments().size()) {
            return Decision.refused(MatchRefusal.UNKNOWN_SEGMENT);
        }
        if (!between(state)) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        Segment segment = state.rules().segments().get(open.segment());
        List<Integer> entrants = open.teams() == null || open.teams().isEmpty()
                ? Turns.entrants(state, segment)
                : open.teams().stream().distinct().sorted().toList();
        return Decision.accepted(new MatchEvent.SegmentOpened(open.segment(), entrants));
    }

    static Decision show(MatchState state, MatchCommand.ShowQuestion show) {
        if (!between(state)) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        Optional<Turns.Slot> next = Turns.next(state);
        if (next.isEmpty()) {
            return Decision.refused(MatchRefusal.NO_MORE_QUESTIONS);
        }
        Segment segment = state.segment().orElseThrow();
        Turns.Slot slot = next.get();
        Seats seats = Seats.of(state, segment, slot, show.team());
        if (seats.refusal() != null) {
            return Decision.refused(seats.refusal());
        }
        Integer chooser = seats.asker() == null ? seats.team() : seats.asker();
        Points wanted = show.value() == null ? chosen(state, chooser) : show.value();
        Optional<RiskValue> risk = segment.risk().stream()
                .filter(value -> value.value().equals(wanted))
                .findFirst();
        if (risk.isEmpty() && (wanted != null || !segment.risk().isEmpty())) {
            return Decision.refused(MatchRefusal.RISK_VALUE);
        }
        if (risk.isPresent()
                && chooser != null
                && RiskStock.left(state, segment, chooser).get(wanted) == 0) {
            return Decision.refused(MatchRefusal.RISK_SPENT);
        }
        ByType type = show.type() == null ? null : segment.byType().get(show.type());
        return Decision.accepted(new QuestionShown(
                show.itemRef(),
                show.type(),
                seats.team(),
                seats.asker(),
                slot.player(),
                slot.pass(),
                slot.order(),
                slot.turn(),
                slot.questionInTurn(),
                state.progress().number() + 1,
                wanted,
                figures(segment, type, risk.orElse(null)),
                think(segment, type, risk.orElse(null))));
    }

    /** What the team itself has asked for; the host may show another. */
    private static Points chosen(MatchState state, Integer chooser) {
        Progress.Choice choice = state.progress().chosen();
        return choice != null && chooser != null && choice.team() == chooser ? choice.value() : null;
    }

    static Decision choose(MatchState state, MatchCommand.ChooseValue choose) {
        Segment segment = state.segment().orElse(null);
        if (segment == null || segment.risk().isEmpty() || state.question() != null) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (state.teamOnTurn().filter(team -> team == choose.team()).isEmpty()) {
            return Decision.refused(MatchRefusal.NOT_ON_TURN);
        }
        Integer left = state.riskStock(choose.team()).get(choose.value());
        if (left == null) {
            return Decision.refused(MatchRefusal.RISK_VALUE);
        }
        return left == 0
                ? Decision.refused(MatchRefusal.RISK_SPENT)
                : Decision.accepted(new MatchEvent.ValueChosen(choose.team(), choose.value()));
    }

    /** Who answers, and who named the team. */
    private record Seats(Integer team, Integer asker, MatchRefusal refusal) {

        static Seats of(MatchState state, Segment segment, Turns.Slot slot, Integer named) {
            if (!segment.inTurn()) {
                return named == null ? new Seats(null, null, null) : no(MatchRefusal.NOT_ON_TURN);
            }
            if (named != null && !state.progress().entrants().contains(named)
                    || named != null && state.progress().out().contains(named)) {
                return no(MatchRefusal.NOT_ON_TURN);
            }
            if (segment.order() == TurnOrder.LIVE) {
                return named == null ? no(MatchRefusal.TEAM_MISSING) : new Seats(named, null, null);
            }
            if (segment.who() == WhoAnswers.RIVAL) {
                int rival = named == null ? after(state, slot.team()) : named;
                return rival == slot.team() ? no(MatchRefusal.NOT_ON_TURN) : new Seats(rival, slot.team(), null);
            }
            return named == null || named.equals(slot.team())
                    ? new Seats(slot.team(), null, null)
                    : no(MatchRefusal.NOT_ON_TURN);
        }

        private static Seats no(MatchRefusal refusal) {
            return new Seats(null, null, refusal);
        }

        private static int after(MatchState state, int seat) {
            List<Integer> entrants = state.progress().entrants();
            return entrants.get((entrants.indexOf(seat) + 1) % entrants.size());
        }
    }

    private static Figures figures(Segment segment, ByType type, RiskValue risk) {
        Figures usual = type == null || type.points() == null ? segment.points() : type.points();
        return risk == null
                ? usual
                : new Figures(risk.value(), risk.wrong(), risk.wrong(), usual.foul(), usual.partial());
    }

    private static Integer think(Segment segment, ByType type, RiskValue risk) {
        if (risk != null && risk.think() != null) {
            return risk.think();
        }
        return type != null && type.think() != null
                ? type.think()
                : segment.seconds().think();
    }

    static Decision startClock(MatchState state) {
        if (state.question() == null) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        Segment segment = state.segment().orElseThrow();
        boolean now =
                switch (state.phase()) {
                    case QUESTION_SHOWN -> !segment.buzzed();
                    case CLOCK_RUNNING, ANSWERING -> true;
                    case IDLE, BUZZ_ARMED, RULED, REVEALED, FINISHED -> false;
                };
        if (!now) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        return clock(state, segment)
                .<Decision>map(Decision::accepted)
                .orElseGet(() -> Decision.refused(MatchRefusal.NO_CLOCK));
    }

    private static Optional<MatchEvent> clock(MatchState state, Segment segment) {
        if (segment.setClock()) {
            return clock(ClockKind.SET, segment.seconds().set());
        }
        Integer think = state.question().shown().thinkSeconds();
        if (segment.buzzed()) {
            return clock(
                    ClockKind.ANSWER,
                    segment.seconds().answer() == null
                            ? think
                            : segment.seconds().answer());
        }
        return think == null
                ? clock(ClockKind.START_WITHIN, segment.seconds().startWithin())
                : clock(ClockKind.THINK, think);
    }

    private static Optional<MatchEvent> clock(ClockKind kind, Integer seconds) {
        return seconds == null ? Optional.empty() : Optional.of(new MatchEvent.ClockStarted(kind, seconds * 1000L));
    }

    static Decision reveal(MatchState state) {
        Segment segment = state.segment().orElse(null);
        boolean now = state.phase() == Phase.RULED
                || state.phase() == Phase.CLOCK_RUNNING && segment.together()
                || (state.phase() == Phase.CLOCK_RUNNING || state.phase() == Phase.QUESTION_SHOWN)
                        && segment.kind() == SegmentKind.AUDIENCE;
        return now ? Decision.accepted(new MatchEvent.AnswerRevealed()) : Decision.refused(MatchRefusal.NOT_NOW);
    }

    static Decision next(MatchState state) {
        return state.phase() == Phase.RULED || state.phase() == Phase.REVEALED
                ? Decision.accepted(new MatchEvent.QuestionClosed())
                : Decision.refused(MatchRefusal.NOT_NOW);
    }

    /** A turn that has begun may always be ended, one that has not only where it may be declined. */
    static Decision endTurn(MatchState state, MatchCommand.EndTurn end) {
        Segment segment = state.segment().orElse(null);
        boolean inSet = state.phase() == Phase.CLOCK_RUNNING && segment.setClock();
        if (segment == null || !segment.inTurn() || !between(state) && !inSet) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        Progress progress = state.progress();
        boolean begun = state.question() != null
                || Turns.next(state).map(slot -> slot.questionInTurn() > 1).orElse(false);
        if (begun) {
            return Decision.accepted(
                    new MatchEvent.TurnEnded(progress.pass(), progress.order(), progress.turn(), end.reason()));
        }
        Optional<Turns.Slot> coming = Turns.next(state);
        if (coming.isEmpty()) {
            return Decision.refused(MatchRefusal.NO_MORE_QUESTIONS);
        }
        Turns.Slot slot = coming.get();
        return segment.optional()
                ? Decision.accepted(new MatchEvent.TurnEnded(slot.pass(), slot.order(), slot.turn(), end.reason()))
                : Decision.refused(MatchRefusal.NOT_OPTIONAL);
    }

    /** Rulings are taken back, false starts are not: those were before the question. */
    static Decision voided(MatchState state, MatchCommand.VoidQuestion voided) {
        if (state.question() == null) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (Decider.blank(voided.reason())) {
            return Decision.refused(MatchRefusal.REASON_MISSING);
        }
        Map<Integer, Points> given = new TreeMap<>();
        for (MatchEvent.Ruled ruling : state.question().rulings()) {
            given.merge(ruling.team(), ruling.points().plus(ruling.playOff()), Points::plus);
        }
        boolean playOff = Scoring.playOff(state);
        Map<Integer, Points> takenBack = new TreeMap<>();
        given.forEach((team, points) -> {
            Points back = Points.ZERO.minus(points);
            takenBack.put(team, playOff ? back : Scoring.floored(state, team, back));
        });
        return Decision.accepted(
                new MatchEvent.QuestionVoided(voided.reason(), voided.replaced(), Map.copyOf(takenBack)));
    }

    static Decision lifeline(MatchState state, MatchCommand.UseLifeline use) {
        boolean on = state.phase() == Phase.QUESTION_SHOWN
                || state.phase() == Phase.CLOCK_RUNNING
                || state.phase() == Phase.ANSWERING;
        if (!on) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        Integer answering = state.question().team();
        if (answering == null ? !state.mayAnswer(use.team()) : answering != use.team()) {
            return Decision.refused(MatchRefusal.NOT_ON_TURN);
        }
        Optional<Lifeline> lifeline = Lifelines.find(state, use.lifeline());
        if (lifeline.isEmpty()) {
            return Decision.refused(MatchRefusal.UNKNOWN_LIFELINE);
        }
        if (Lifelines.left(state, lifeline.get(), use.team()) <= 0) {
            return Decision.refused(MatchRefusal.LIFELINE_SPENT);
        }
        long millis = lifeline.get().seconds() == null ? 0 : lifeline.get().seconds() * 1000L;
        return Decision.accepted(new MatchEvent.LifelineUsed(
                use.team(), use.lifeline(), millis, lifeline.get().restartsClock()));
    }

    /** Whether no question is open for an answer. */
    private static boolean between(MatchState state) {
        return state.phase() == Phase.IDLE || state.phase() == Phase.RULED || state.phase() == Phase.REVEALED;
    }
}
