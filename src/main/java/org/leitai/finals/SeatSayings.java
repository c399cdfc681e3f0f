package org.leitai.finals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchRefusal;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.SeatAnswer;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.finals.seat.SeatAck;
import org.leitai.finals.seat.SeatDesk;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.seat.SeatRefusal;
import org.leitai.kernel.Points;
import org.leitai.kernel.Refusal;

/**
 * What becomes of what seats say 席位发言: checked against the folded state, in the log before it is acknowledged. Under the room's
 * lock.
 */
final class SeatSayings {

    private final MatchRoom room;
    private final BuzzDesk buzzer;
    private final SeatDesk desk;

    SeatSayings(MatchRoom room, BuzzDesk buzzer, SeatDesk desk) {
        this.room = room;
        this.buzzer = buzzer;
        this.desk = desk;
    }

    /** @return what that device hears; empty: nothing */
    Optional<SeatAck> heard(SeatMessage message, Instant now) {
        return switch (message) {
            case SeatMessage.Press press -> {
                press(press, now);
                yield Optional.empty();
            }
            case SeatMessage.Answer answer -> Optional.of(answer(answer, now));
            case SeatMessage.Choose choose -> Optional.of(choose(choose, now));
            case SeatMessage.Ask ask -> Optional.of(ask(ask));
            case SeatMessage.Preflight check -> {
                note(desk.report(check, System.nanoTime()));
                yield Optional.of(SeatAck.taken(check.number()));
            }
            case SeatMessage.Knock knock -> {
                desk.look(room.match().teams().size(), System.nanoTime());
                boolean free = desk.knock(knock.from().device(), knock.from().team(), System.nanoTime());
                room.hostChanged();
                yield Optional.of(new SeatAck(knock.number(), free, null));
            }
            case SeatMessage.Refused refused -> {
                note(desk.alarm(refused.kind(), refused.from().team(), now));
                yield Optional.empty();
            }
        };
    }

    /** A lifeline is no longer asked for once it is used, or the question is over. */
    void follow(List<MatchEvent> events) {
        for (MatchEvent event : events) {
            switch (event) {
                case MatchEvent.LifelineUsed used -> desk.ask(used.team(), null);
                case MatchEvent.QuestionShown shown -> {
                    desk.forgetAsks();
                    desk.test(false);
                }
                case MatchEvent.QuestionClosed closed -> desk.forgetAsks();
                default -> {}
            }
        }
    }

    /** Whether the command opens a buzz that a bad link makes unfair, and the host did not say why it is to be opened all the same. */
    boolean unfair(MatchCommand command) {
        boolean opens =
                switch (command) {
                    case MatchCommand.OpenBuzz(String despite) -> despite == null;
                    case MatchCommand.StartCountdown(String despite) -> despite == null;
                    default -> false;
                };
        if (!opens) {
            return false;
        }
        desk.look(room.match().teams().size(), System.nanoTime());
        return !LinkCheck.bad(desk.facts(), room.state().eligible()).isEmpty();
    }

    private void press(SeatMessage.Press press, Instant now) {
        if (press.nonce() < 0) {
            note(desk.tested(press));
        } else {
            buzzer.press(press, now);
        }
    }

    private void note(boolean changed) {
        if (changed) {
            room.hostChanged();
        }
    }

    private SeatAck answer(SeatMessage.Answer said, Instant now) {
        MatchState state = room.state();
        int team = said.from().team();
        if (state.question() == null || state.question().nonce() != said.nonce()) {
            return no(said, SeatRefusal.OTHER_QUESTION);
        }
        SeatAnswer before = state.question().answers().get(team);
        String ref = said.from().device() + "/" + said.number();
        if (before != null && ref.equals(before.ref())) {
            return SeatAck.taken(said.number()); // said again because the acknowledgement was lost
        }
        if (before != null && number(before.ref(), said.from().device()) > said.number()) {
            return no(said, SeatRefusal.OVERTAKEN);
        }
        return switch (room.question().form().read(said.given())) {
            case AnswerForm.Read.Refused(SeatRefusal refusal) -> no(said, refusal);
            case AnswerForm.Read.Valid(String canonical) -> {
                boolean same = before != null && before.text().equals(canonical);
                yield same
                        ? SeatAck.taken(said.number())
                        : decide(said, new MatchCommand.SubmitAnswer(team, canonical, ref), now);
            }
        };
    }

    /** Of the message of the same device that was taken last; -1: of another device. */
    private static long number(String ref, String device) {
        return ref != null && ref.startsWith(device + "/") ? Long.parseLong(ref.substring(device.length() + 1)) : -1;
    }

    private SeatAck choose(SeatMessage.Choose said, Instant now) {
        Points value;
        try {
            value = Points.parse(said.value());
        } catch (IllegalArgumentException noNumber) {
            return no(said, SeatRefusal.NO_SUCH_VALUE);
        }
        boolean same = room.state().chosenValue().filter(value::equals).isPresent()
                && room.state()
                        .teamOnTurn()
                        .filter(team -> team == said.from().team())
                        .isPresent();
        return same
                ? SeatAck.taken(said.number())
                : decide(said, new MatchCommand.ChooseValue(said.from().team(), value), now);
    }

    private SeatAck ask(SeatMessage.Ask said) {
        int team = said.from().team();
        Optional<Refusal> refusal = said.lifeline() == null ? Optional.empty() : noHelp(team, said.lifeline());
        if (refusal.isPresent()) {
            return no(said, refusal.get());
        }
        if (desk.ask(team, said.lifeline())) {
            room.showAgain();
        }
        return SeatAck.taken(said.number());
    }

    private Optional<Refusal> noHelp(int team, String lifeline) {
        MatchState state = room.state();
        if (state.question() == null || state.paused()) {
            return Optional.of(MatchRefusal.NOT_NOW);
        }
        Optional<Integer> left = state.lifelines(team).entrySet().stream()
                .filter(help -> help.getKey().code().equals(lifeline))
                .map(Map.Entry::getValue)
                .findFirst();
        return left.isEmpty()
                ? Optional.of(MatchRefusal.UNKNOWN_LIFELINE)
                : left.filter(count -> count == 0).map(none -> MatchRefusal.LIFELINE_SPENT);
    }

    private SeatAck decide(SeatMessage said, MatchCommand command, Instant now) {
        return switch (room.decide(command, "seat " + said.from().team(), now)) {
            case CommandResult.Done done -> SeatAck.taken(said.number());
            case CommandResult.Refused(Refusal refusal, long version) -> no(said, refusal);
            case CommandResult.Conflict conflict -> no(said, SeatRefusal.AGAIN);
            case CommandResult.Elsewhere elsewhere -> no(said, SeatRefusal.AGAIN);
        };
    }

    private static SeatAck no(SeatMessage said, Refusal refusal) {
        return SeatAck.refused(said.number(), refusal.code());
    }
}
