package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final Attendance elsewhere = new Attendance();

    @Test
    void allNodesAreAdded() {
        elsewhere.hear("a", Attendance.write(Map.of("match/x/seat/1", 2, "match/x/host", 1)), 0);
        elsewhere.hear("b", Attendance.write(Map.of("match/x/seat/1", 1)), 0);
        elsewhere.hear("c", Attendance.write(Map.of()), 0);
        assertThat(elsewhere.of("match/x/seat/1", 0)).isEqualTo(3);
        assertThat(elsewhere.of("match/x/host", 0)).isEqualTo(1);
        assertThat(elsewhere.of("match/x/seat/2", 0)).isZero();
    }

    @Test
    void whatANodeSaysReplacesWhatItSaidBefore() {
        elsewhere.hear("a", "t 2", 0);
        elsewhere.hear("a", "", 1);
        assertThat(elsewhere.of("t", 1)).isZero();
    }

    /**
     * <pre>
     * 0 s      2 s
     * heard    gone: a nanosecond later
     * </pre>
     */
    @Test
    void aNodeThatIsSilentHasNobody() {
        elsewhere.hear("a", "t 2", 0);
        long gone = TimeUnit.SECONDS.toNanos(2);
        assertThat(elsewhere.of("t", gone)).isEqualTo(2);
        assertThat(elsewhere.of("t", gone + 1)).isZero();
    }
}
