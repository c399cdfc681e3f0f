package org.leitai.finals.seat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.seat.DeskFacts.AlarmKind;
import org.leitai.finals.seat.LinkCheck.Bad;
import org.leitai.finals.seat.LinkCheck.Fault;
import org.leitai.finals.seat.SeatDesk.Connected;
import org.leitai.finals.seat.SeatMessage.From;

class SeatDeskTest {

    private static final long MILLI = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private static final LinkCheck.Limits LIMITS = LinkCheck.Limits.USUAL;

    private final List<Connected> sockets = new ArrayList<>();
    private final SeatDesk desk = new SeatDesk(
            team -> sockets.stream().filter(socket -> socket.team() == team).toList(), LIMITS);

    private void connect(String device, int team, long roundTripMillis, long jitterMillis) {
        sockets.add(new Connected(device, team, roundTripMillis * MILLI, jitterMillis * MILLI));
        desk.look(3, 0);
    }

    @Nested
    class Links {

        @Test
        void withoutAnyDeviceNothingIsWrong() {
            assertThat(LinkCheck.bad(desk.facts(), Set.of(1, 2, 3))).isEmpty();
        }

        @Test
        void aTeamWithoutADeviceASlowOneAndAnUnsteadyOneAreNamed() {
            connect("seat:1", 1, LIMITS.slowMillis(), 0);
            connect("seat:2", 2, 5, LIMITS.unsureMillis());
            assertThat(LinkCheck.bad(desk.facts(), Set.of(1, 2, 3)))
                    .containsExactly(new Bad(1, Fault.SLOW), new Bad(2, Fault.UNSURE), new Bad(3, Fault.NO_DEVICE));
        }

        @Test
        void justBelowTheLimitsNothingIsWrong() {
            connect("seat:1", 1, LIMITS.slowMillis() - 1, LIMITS.unsureMillis() - 1);
            assertThat(LinkCheck.bad(desk.facts(), Set.of(1))).isEmpty();
        }

        @Test
        void theBetterDeviceOfATeamCounts() {
            connect("seat:1", 1, 400, 300);
            connect("seat:2", 1, 5, 1);
            assertThat(LinkCheck.bad(desk.facts(), Set.of(1))).isEmpty();
        }

        @Test
        void notYetMeasuredIsNotBad() {
            sockets.add(new Connected("seat:1", 1, -1, -1));
            desk.look(3, 0);
            assertThat(LinkCheck.bad(desk.facts(), Set.of(1))).isEmpty();
        }
    }

    @Nested
    class Devices {

        @Test
        void aDeviceWhoseSocketWentIsGoneAtOnce() {
            connect("seat:1", 1, 5, 1);
            desk.report(report("seat:1", 1, null), 0);
            sockets.clear();
            desk.look(3, 1);
            assertThat(desk.facts().connected(1)).isFalse();
        }

        /**
         * <pre>
         * report ----------- 9 s
         *        ^ connected    ^ gone
         * </pre>
         */
        @Test
        void aDeviceOfAnotherNodeIsThereWhileItReports() {
            desk.report(report("seat:1", 1, null), 0);
            desk.look(3, TimeUnit.SECONDS.toNanos(9) - 1);
            assertThat(desk.facts().connected(1)).isTrue();
            desk.look(3, TimeUnit.SECONDS.toNanos(9));
            assertThat(desk.facts().connected(1)).isFalse();
        }

        @Test
        void aSecondDeviceWaitsAndAFirstDoesNot() {
            assertThat(desk.knock("seat:1", 1, 0)).isTrue();
            connect("seat:1", 1, 5, 1);
            assertThat(desk.knock("seat:2", 1, 0)).isFalse();
            assertThat(desk.facts().waiting()).containsExactly(new DeskFacts.Waiting("seat:2", 1));
            desk.look(3, TimeUnit.SECONDS.toNanos(8));
            assertThat(desk.facts().waiting()).isEmpty();
        }

        @Test
        void onlyTheSoundThatWasAskedForIsHeard() {
            connect("seat:1", 1, 5, 1);
            desk.sound(1);
            desk.report(report("seat:1", 1, 7L), 0);
            assertThat(desk.facts().devicesOf(1).getFirst().heard()).isFalse();
            desk.report(report("seat:1", 1, desk.facts().sounds().get(1)), 0);
            assertThat(desk.facts().devicesOf(1).getFirst().heard()).isTrue();
        }

        @Test
        void aTestPressCountsOnlyWhilePressesAreTriedOut() {
            connect("seat:1", 1, 5, 1);
            assertThat(desk.tested(press(-1))).isFalse();
            desk.test(true);
            assertThat(desk.tested(press(-desk.facts().test() - 1))).isFalse();
            assertThat(desk.tested(press(-desk.facts().test()))).isTrue();
            assertThat(desk.facts().devicesOf(1).getFirst().pressed()).isTrue();
        }

        private SeatMessage.Press press(long nonce) {
            return new SeatMessage.Press(from("seat:1", 1), 1, nonce);
        }
    }

    @Test
    void alarmsAreAFewLinesHoweverMany() {
        for (int i = 0; i < 1000; i++) {
            desk.alarm(AlarmKind.values()[i % 4], i % 3 + 1, NOW);
        }
        assertThat(desk.facts().alarms()).hasSize(5);
        desk.dismissAlarms();
        desk.alarm(AlarmKind.NO_SEAT, 2, NOW);
        desk.alarm(AlarmKind.NO_SEAT, 2, NOW);
        assertThat(desk.facts().alarms()).containsExactly(new DeskFacts.Alarm(AlarmKind.NO_SEAT, 2, 2, NOW));
    }

    @Test
    void aBadMessageIsNothing() {
        var messages = new SeatMessages(new ObjectMapper());
        From from = from("seat:1", 1);
        assertThat(messages.read("{\"press\":5,\"n\":1,\"team\":2}", from)).contains(new SeatMessage.Press(from, 1, 5));
        assertThat(messages.read("{\"answer\":[\"A\"],\"q\":4,\"n\":9}", from))
                .contains(new SeatMessage.Answer(from, 9, 4, List.of("A")));
        assertThat(messages.read("{\"ask\":null,\"n\":9}", from)).contains(new SeatMessage.Ask(from, 9, null));
        List.of(
                        "",
                        "[]",
                        "null",
                        "{",
                        "{\"press\":\"5\",\"n\":1}",
                        "{\"press\":5}",
                        "{\"answer\":\"A\",\"q\":4,\"n\":9}",
                        "{\"answer\":[1],\"q\":4,\"n\":9}",
                        "{\"answer\":[\"A\"],\"n\":9}",
                        "{\"choose\":10,\"n\":1}",
                        "{\"check\":1,\"n\":1}",
                        "{\"n\":1}")
                .forEach(text -> assertThat(messages.read(text, from)).as(text).isEmpty());
    }

    private static SeatMessage.Preflight report(String device, int team, Long heard) {
        return new SeatMessage.Preflight(from(device, team), 1, 3L, 80, false, true, true, heard, true);
    }

    private static From from(String device, int team) {
        return new From(team, device, 0, 5 * MILLI, MILLI);
    }
}
