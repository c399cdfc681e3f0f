package org.leitai.leaderboard;

/** How a time taken 用时 is written for people: to the millisecond, because that is what ranks are decided by. */
public final class Elapsed {

    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long MINUTES_PER_HOUR = 60;

    private Elapsed() {}

    /** {@code 3:25.416}, from an hour on {@code 1:03:25.416}; the same in every language. */
    public static String text(long millis) {
        long minutes = millis / MILLIS_PER_MINUTE;
        String seconds = "%02d.%03d".formatted(millis % MILLIS_PER_MINUTE / 1000, millis % 1000);
        return minutes < MINUTES_PER_HOUR
                ? minutes + ":" + seconds
                : "%d:%02d:%s".formatted(minutes / MINUTES_PER_HOUR, minutes % MINUTES_PER_HOUR, seconds);
    }
}
