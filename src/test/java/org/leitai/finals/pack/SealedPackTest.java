package org.leitai.finals.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealedPackTest {

    private static final byte[] PLAIN = "the questions".getBytes(StandardCharsets.UTF_8);

    private final SealedPack.Made made = SealedPack.seal(PLAIN, "final-1", new SecureRandom());
    private final SealedPack pack = made.pack();
    private final List<PackKey> keys = made.keys();

    @Test
    void anyTwoOfThreeKeysOpenIt() {
        for (PackKey first : keys) {
            for (PackKey second : keys) {
                if (!first.equals(second)) {
                    byte[] dataKey = pack.dataKey(first, second, "final-1").orElseThrow();
                    assertThat(pack.plain(dataKey, "final-1")).contains(PLAIN);
                }
            }
        }
    }

    @Test
    void keysOfAnotherPackDoNot() {
        List<PackKey> others =
                SealedPack.seal(PLAIN, "final-1", new SecureRandom()).keys();
        assertThat(pack.dataKey(keys.get(0), others.get(1), "final-1")).isEmpty();
        assertThat(pack.dataKey(others.get(0), others.get(1), "final-1")).isEmpty();
        assertThat(pack.dataKey(keys.get(0), keys.get(1), "final-2")).isEmpty();
    }

    @Test
    void aChangedBitAnywhereIsFound() {
        byte[] dataKey = pack.dataKey(keys.get(0), keys.get(2), "final-1").orElseThrow();
        for (int bit = 0; bit < pack.ciphertext().length * 8; bit++) {
            var changed = new SealedPack(pack.hash(), flipped(pack.ciphertext(), bit), pack.wrappedKey());
            assertThat(changed.plain(dataKey, "final-1")).isEmpty();
        }
        var relabelled = new SealedPack(flipped(pack.hash(), 7), pack.ciphertext(), pack.wrappedKey());
        assertThat(relabelled.plain(dataKey, "final-1")).isEmpty();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] ^= (byte) (1 << bit % 8);
        return copy;
    }
}
