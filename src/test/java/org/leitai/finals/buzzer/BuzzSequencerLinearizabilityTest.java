package org.leitai.finals.buzzer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Whatever threads do at once, the outcomes are those of some order one after the other. */
@Param(name = "team", gen = IntGen.class, conf = "1:4")
public class BuzzSequencerLinearizabilityTest {

    private final BuzzSequencer sequencer = new BuzzSequencer(false);

    public BuzzSequencerLinearizabilityTest() {
        sequencer.prepare(7, Set.of(1, 2, 3));
        sequencer.arm(7, 1_000);
    }

    @Operation
    public Outcome press(@Param(name = "team") int team) {
        return sequencer.press(team, 7, team, 1_000L + team, 0, 0);
    }

    @Operation
    public Optional<Integer> winner() {
        return sequencer.winner();
    }

    @Operation
    public List<Place> places() {
        return sequencer.places();
    }

    @Operation
    public void close() {
        sequencer.close();
    }

    @Test
    void isLinearizable() {
        new StressOptions()
                .iterations(20)
                .invocationsPerIteration(1_000)
                .threads(3)
                .actorsPerThread(3)
                .check(BuzzSequencerLinearizabilityTest.class);
    }
}
