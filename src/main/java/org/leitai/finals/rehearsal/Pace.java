package org.leitai.finals.rehearsal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How fast robots play 彩排速度. */
public enum Pace {
    /** As people would: for trying sound, light and the hands of the host. */
    REAL(1),
    QUICK(4),
    /** The whole evening in a minute or two. */
    RUSH(40);

    private final int times;

    Pace(int times) {
        this.times = times;
    }

    Duration of(Duration real) {
        return real.dividedBy(times);
    }

    /** As forms and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Pace> ofCode(String code) {
        return Arrays.stream(values()).filter(pace -> pace.code().equals(code)).findFirst();
    }
}
