package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundTripsTest {

    private final RoundTrips trips = new RoundTrips();

    @Test
    void nothingIsKnownBeforeTheFirst() {
        assertThat(trips.shortestNanos()).isEqualTo(-1);
        assertThat(trips.spreadNanos()).isEqualTo(-1);
    }

    @Test
    void theShortestOfEightCounts() {
        trips.add(50);
        trips.add(20);
        trips.add(90);
        assertThat(trips.shortestNanos()).isEqualTo(20);
        assertThat(trips.spreadNanos()).isEqualTo(70);
    }

    @Test
    void theNinthForgetsTheFirst() {
        trips.add(1);
        for (int i = 0; i < 7; i++) {
            trips.add(30);
        }
        assertThat(trips.shortestNanos()).isEqualTo(1);
        trips.add(40);
        assertThat(trips.shortestNanos()).isEqualTo(30);
        assertThat(trips.spreadNanos()).isEqualTo(10);
    }
}
