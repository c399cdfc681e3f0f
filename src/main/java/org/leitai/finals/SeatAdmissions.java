package org.leitai.finals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.finals.stage.Audience;
import org.leitai.kernel.Refusal;
import org.leitai.live.Live;

/** A team's second device comes in only with the host's consent 换设备. What the host decides is in the audit log. */
@ApplicationScoped
class SeatAdmissions {

    private final SeatStore store;
    private final AuditLog audit;
    private final Live live;

    SeatAdmissions(SeatStore store, AuditLog audit, Live live) {
        this.store = store;
        this.audit = audit;
        this.live = live;
    }

    /** @return why not; empty: done */
    Optional<Refusal> settle(MatchRoom room, DeskBody body, String author, Instant now) {
        StoredMatch match = room.match();
        long id = Seat.id(body.device());
        Optional<Integer> team = store.team(match.id(), id);
        if (team.isEmpty()) {
            return Optional.of(FinalRefusal.NO_DEVICE);
        }
        List<Long> gone = gone(match, body.act(), team.get(), id);
        QuarkusTransaction.requiringNew().run(() -> {
            if (!body.act().equals("turn-away")) {
                store.admit(match.id(), id, now);
            }
            gone.forEach(one -> store.revokeOne(match.id(), one, now));
            audit.append(
                    author,
                    "finals.seat-" + body.act(),
                    match.code(),
                    null,
                    Map.of("team", team.get(), "device", id, "revoked", gone));
        });
        gone.forEach(one -> close(match, team.get(), one));
        boolean here = room.atDesk(desk -> {
            desk.forget(body.device());
            gone.forEach(one -> desk.forget(Seat.device(one)));
        });
        return here ? Optional.empty() : Optional.of(FinalRefusal.ELSEWHERE);
    }

    private List<Long> gone(StoredMatch match, String act, int team, long id) {
        return switch (act) {
            case "admit" -> store.others(match.id(), team, id);
            case "turn-away" -> List.of(id);
            default -> List.of();
        };
    }

    /** At once, on every node, not with its next connection. */
    private void close(StoredMatch match, int team, long id) {
        live.close(new Audience.SeatOf(team).topic(match.code()), Seat.device(id));
    }
}
