package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leitai.support.Settings;

class SeatsTest {

    private final Settings settings = Settings.withoutSecret();
    private final Seats seats = new Seats(settings, new SimpleMeterRegistry());

    @Test
    void noMoreAreTakenThanThereAre() {
        int most = settings.live().maxSockets();
        assertThat(IntStream.range(0, most).allMatch(i -> seats.take())).isTrue();
        assertThat(seats.take()).isFalse();
        assertThat(seats.take()).isFalse();
        seats.free();
        assertThat(seats.take()).isTrue();
        assertThat(seats.take()).isFalse();
    }

    @Test
    void onePersonHasEightAndAnotherEightMore() {
        assertThat(assigned("red")).isEqualTo(8);
        assertThat(assigned("blue")).isEqualTo(8);
        seats.unassign("red");
        seats.unassign("red");
        assertThat(assigned("red")).isEqualTo(2);
    }

    @Test
    void anybodyIsNotCounted() {
        assertThat(assigned(LiveTopics.ANYBODY)).isEqualTo(100);
        seats.unassign(LiveTopics.ANYBODY);
    }

    private long assigned(String who) {
        return IntStream.range(0, 100).filter(i -> seats.assign(who)).count();
    }
}
