package org.leitai.finals.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ShamirTest {

    @Property
    void anyTwoSharesGiveTheSecretBack(@ForAll @Size(16) byte[] secret, @ForAll @Size(16) byte[] slope) {
        byte[][] shares = Shamir.split(secret, slope);
        for (int x = 1; x <= 3; x++) {
            for (int y = 1; y <= 3; y++) {
                if (x != y) {
                    assertThat(Shamir.combine(x, shares[x - 1], y, shares[y - 1]))
                            .isEqualTo(secret);
                }
            }
        }
    }

    /** Over all slopes a share takes each value once, whatever the secret: who sees it knows as much as before. */
    @Property
    void oneShareSaysNothing(@ForAll byte secret, @ForAll @IntRange(min = 1, max = 3) int x) {
        Set<Byte> seen = new HashSet<>();
        for (int slope = 0; slope < 256; slope++) {
            seen.add(Shamir.split(new byte[] {secret}, new byte[] {(byte) slope})[x - 1][0]);
        }
        assertThat(seen).hasSize(256);
    }

    @Property
    void aChangedShareGivesAnotherSecret(
            @ForAll @Size(16) byte[] secret, @ForAll @Size(16) byte[] slope, @ForAll @IntRange(max = 127) int bit) {
        byte[][] shares = Shamir.split(secret, slope);
        shares[0][bit / 8] ^= (byte) (1 << bit % 8);
        assertThat(Shamir.combine(1, shares[0], 2, shares[1])).isNotEqualTo(secret);
    }

    @Property
    void multiplyingIsThatOfAField(@ForAll byte one, @ForAll byte other, @ForAll byte third) {
        int a = one & 0xff;
        int b = other & 0xff;
        int c = third & 0xff;
        assertThat(Shamir.times(a, b)).isEqualTo(Shamir.times(b, a)).isBetween(0, 255);
        assertThat(Shamir.times(a, b ^ c)).isEqualTo(Shamir.times(a, b) ^ Shamir.times(a, c));
        assertThat(Shamir.times(Shamir.times(a, b), c)).isEqualTo(Shamir.times(a, Shamir.times(b, c)));
        if (a != 0) {
            assertThat(Shamir.times(a, Shamir.inverse(a))).isEqualTo(1);
        }
    }

    /** FIPS 197, section 4.2: {57} · {83} = {c1}. */
    @Test
    void theFieldIsThatOfAes() {
        assertThat(Shamir.times(0x57, 0x83)).isEqualTo(0xc1);
    }

    @Test
    void oneShareTwiceIsRefused() {
        byte[] share = new byte[16];
        assertThatThrownBy(() -> Shamir.combine(2, share, 2, share)).isInstanceOf(IllegalArgumentException.class);
    }
}
