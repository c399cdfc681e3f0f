package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.leitai.finals.seat.SeatDesk;
import org.leitai.kernel.Refusal;

/** What the host does at the desk of the seats; on the node that runs the match. */
@ApplicationScoped
class DeskWork {

    private final SeatAdmissions admissions;

    DeskWork(SeatAdmissions admissions) {
        this.admissions = admissions;
    }

    Optional<Refusal> refusal(MatchRoom room, DeskBody body, String author, Instant now) {
        if (body == null || body.act() == null) {
            return Optional.of(FinalRefusal.MALFORMED);
        }
        return switch (body.act()) {
            case "admit", "admit-also", "turn-away" -> admissions.settle(room, body, author, now);
            case "test" -> at(room, desk -> desk.test(true));
            case "test-end" -> at(room, desk -> desk.test(false));
            case "dismiss-alarms" -> at(room, desk -> desk.dismissAlarms());
            case "sound" -> hasTeam(room, body) ? at(room, desk -> desk.sound(body.team())) : malformed();
            case "refuse-ask" -> hasTeam(room, body) ? at(room, desk -> desk.ask(body.team(), null)) : malformed();
            default -> malformed();
        };
    }

    private static Optional<Refusal> at(MatchRoom room, Consumer<SeatDesk> work) {
        return room.atDesk(work) ? Optional.empty() : Optional.of(FinalRefusal.ELSEWHERE);
    }

    private static Optional<Refusal> malformed() {
        return Optional.of(FinalRefusal.MALFORMED);
    }

    private static boolean hasTeam(MatchRoom room, DeskBody body) {
        return body.team() != null
                && body.team() >= 1
                && body.team() <= room.match().teams().size();
    }
}
