package org.leitai.finals;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.leitai.finals.stage.Audience;
import org.leitai.live.Live;
import org.leitai.live.LiveSocket;
import org.leitai.staff.OpenSessions;
import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;

/**
 * The open sockets of consoles and judges on this node 主持台连接: each lives as long as the session that opened it and the role that it needs.
 * Sessions are looked at in the database, so that it does not matter on which node somebody signs out, and only while such sockets are open.
 */
@ApplicationScoped
class StaffSockets {

    private static final Logger LOG = Logger.getLogger(StaffSockets.class);

    /** A role that is taken away, or a session that ends, closes the socket within a second. */
    private static final long LOOK_MILLIS = 300;

    /** A socket that was admitted opens within a moment; until then its topic is not forgotten. */
    private static final long OPENING_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final String STAFF = "staff:";
    private static final Set<String> HOSTS = Set.of(Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER);
    private static final Set<String> JUDGES = Set.of(Roles.JUDGE);

    private record Watched(Audience audience, long admittedNanos) {}

    private final OpenSessions sessions;
    private final Live live;
    private final Map<String, Watched> topics = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("staff-sockets").factory());

    StaffSockets(OpenSessions sessions, Live live) {
        this.sessions = sessions;
        this.live = live;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Who is at the other end, for {@link org.leitai.live.LiveTopics#admit}. */
    Optional<String> admit(String match, Audience audience, String session) {
        return sessions.member(session).filter(member -> may(member, audience)).map(member -> {
            topics.put(audience.topic(match), new Watched(audience, System.nanoTime()));
            return STAFF + member.username() + ":" + session;
        });
    }

    private void look() {
        topics.forEach((topic, watched) -> {
            try {
                look(topic, watched);
            } catch (RuntimeException e) {
                LOG.warnf("sessions of %s not looked at: %s", topic, e.getMessage());
            }
        });
    }

    private void look(String topic, Watched watched) {
        Set<String> present = live.sockets(topic).stream().map(LiveSocket::who).collect(Collectors.toSet());
        if (present.isEmpty()) {
            if (System.nanoTime() - watched.admittedNanos() > OPENING_NANOS) {
                topics.remove(topic, watched);
            }
            return;
        }
        Map<String, StaffMember> members =
                sessions.members(present.stream().map(StaffSockets::session).toList());
        present.stream()
                .filter(who -> !may(members.get(session(who)), watched.audience()))
                .forEach(who -> live.close(topic, who));
    }

    private static boolean may(StaffMember member, Audience audience) {
        Set<String> wanted = audience instanceof Audience.Judge ? JUDGES : HOSTS;
        return member != null && member.roles().stream().anyMatch(wanted::contains);
    }

    private static String session(String who) {
        return who.substring(who.lastIndexOf(':') + 1);
    }
}
