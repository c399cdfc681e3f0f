package org.leitai.finals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.leitai.finals.seat.DeskFacts.AlarmKind;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.seat.SeatMessages;
import org.leitai.finals.stage.Audience;
import org.leitai.live.LiveSocket;
import org.leitai.live.LiveTopics;

/**
 * The topics of finals: {@code match/{code}/host}, {@code …/judge}, {@code …/screen}, {@code …/public}, {@code …/seat/{team}}. The big
 * screen and the public are for everybody, a seat for a device that is bound to the team, the host's and the judges' for staff whose
 * session and role are in force. Only seats may say something, see {@link SeatMessages}; what became of it is told to that device alone.
 */
@ApplicationScoped
class FinalTopics implements LiveTopics {

    private static final Logger LOG = Logger.getLogger(FinalTopics.class);
    private static final Pattern TOPIC =
            Pattern.compile("match/([a-z0-9][a-z0-9-]{1,39})/(host|judge|screen|public|seat/([1-9][0-9]?))");

    private final Matches matches;
    private final OwnerCalls owners;
    private final Seats seats;
    private final HostPass hosts;
    private final StaffSockets staff;
    private final SeatMessages messages;

    FinalTopics(
            Matches matches, OwnerCalls owners, Seats seats, HostPass hosts, StaffSockets staff, ObjectMapper json) {
        this.matches = matches;
        this.owners = owners;
        this.seats = seats;
        this.hosts = hosts;
        this.staff = staff;
        this.messages = new SeatMessages(json);
    }

    @Override
    public boolean owns(String topic) {
        return TOPIC.matcher(topic).matches();
    }

    @Override
    public Optional<String> admit(String topic, HttpServerRequest handshake) {
        Place place = place(topic);
        matches.lookAfter(place.match());
        Instant now = matches.now();
        return switch (place.audience()) {
            case Audience.Screen screen -> Optional.of(ANYBODY);
            case Audience.Public all -> Optional.of(ANYBODY);
            case Audience.Host host -> staff(handshake, place, now);
            case Audience.Judge judge -> staff(handshake, place, now);
            case Audience.SeatOf(int team) -> seat(handshake, place.match(), team, now);
        };
    }

    private Optional<String> staff(HttpServerRequest handshake, Place place, Instant now) {
        return cookie(handshake, HostPass.cookieName(place.match()))
                .flatMap(cookie -> hosts.session(cookie, place.match(), now))
                .flatMap(session -> staff.admit(place.match(), place.audience(), session));
    }

    /** Who comes with another team's seat is refused, and the host hears of it. */
    private Optional<String> seat(HttpServerRequest handshake, String match, int team, Instant now) {
        Optional<Seat> seat = seats.named(name -> cookie(handshake, name), match, team, now);
        boolean own = seat.filter(mine -> mine.match().equals(match) && mine.team() == team)
                .isPresent();
        SeatStanding standing = own ? seats.standing(seat.get()) : SeatStanding.GONE;
        if (standing == SeatStanding.GONE) {
            LOG.warnf("match %s: a device without the seat of team %d wanted it", match, team);
            alarm(match, team, own ? AlarmKind.REPLACED : kind(seat, match), now);
        }
        return seat.filter(mine -> standing == SeatStanding.IN).map(Seat::device);
    }

    private static AlarmKind kind(Optional<Seat> seat, String match) {
        return seat.map(other -> other.match().equals(match) ? AlarmKind.OTHER_TEAM : AlarmKind.OTHER_MATCH)
                .orElse(AlarmKind.NO_SEAT);
    }

    private void alarm(String match, int team, AlarmKind kind, Instant now) {
        var from = new SeatMessage.From(team, "", System.nanoTime(), -1, -1);
        matches.room(match)
                .filter(room -> team <= room.match().teams().size())
                .ifPresent(room -> owners.said(room, new SeatMessage.Refused(from, 0, kind), now));
    }

    @Override
    public Optional<String> snapshot(String topic) {
        Place place = place(topic);
        return matches.room(place.match())
                .filter(room -> !(place.audience() instanceof Audience.SeatOf(int team))
                        || team <= room.match().teams().size())
                .map(room -> matches.json(room.picture(place.audience(), matches.now())));
    }

    @Override
    public void received(LiveSocket from, String message, long nanos) {
        Place place = place(from.topic());
        if (place.audience() instanceof Audience.SeatOf(int team)) {
            Instant arrived = matches.now().minusMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos));
            var device = new SeatMessage.From(
                    team, from.who(), nanos, from.roundTripNanos(), from.roundTripUncertaintyNanos());
            messages.read(message, device)
                    .flatMap(said -> matches.room(place.match()).flatMap(room -> owners.said(room, said, arrived)))
                    .ifPresent(ack -> from.send(matches.json(ack)));
        }
    }

    private record Place(String match, Audience audience) {}

    private static Place place(String topic) {
        Matcher fields = TOPIC.matcher(topic);
        if (!fields.matches()) {
            throw new IllegalArgumentException("not a topic of a final");
        }
        return new Place(
                fields.group(1),
                switch (fields.group(2)) {
                    case "host" -> new Audience.Host();
                    case "judge" -> new Audience.Judge();
                    case "screen" -> new Audience.Screen();
                    case "public" -> new Audience.Public();
                    default -> new Audience.SeatOf(Integer.parseInt(fields.group(3)));
                });
    }

    private static Optional<String> cookie(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
    }
}
