package org.leitai.report;

import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The end of a round as it was typed 调整结束时间.
 *
 * @param how {@code extend}, {@code move} or {@code close}
 * @param minutes to extend by
 * @param end as {@code <input type="datetime-local">} sends it
 * @param seen the end when the page was made, epoch milliseconds: two people who extend by ten minutes at once mean ten minutes
 * @param confirmed null until what cannot be taken back was asked about
 */
record EndForm(
        @FormParam("how") String how,
        @FormParam("minutes") String minutes,
        @FormParam("end") String end,
        @FormParam("reason") String reason,
        @FormParam("seen") String seen,
        @FormParam("confirmed") String confirmed) {

    /** A node learns of a new end within a second; an end two seconds ahead is the same one for all of them. */
    private static final Duration CLOSING = Duration.ofSeconds(2);

    static EndForm of(Instant closes, ContestTime time) {
        return new EndForm("extend", "10", time.input(closes), "", String.valueOf(closes.toEpochMilli()), null);
    }

    /** The end that is asked for; empty when it cannot be read. */
    Optional<Instant> wanted(Instant closes, Instant now, ContestTime time) {
        return switch (how == null ? "" : how) {
            case "extend" -> minutesToAdd().map(closes::plus);
            case "move" -> end == null ? Optional.empty() : time.read(end);
            case "close" -> Optional.of(now.truncatedTo(ChronoUnit.SECONDS).plus(CLOSING));
            default -> Optional.empty();
        };
    }

    boolean hasSeen(Instant closes) {
        return String.valueOf(closes.toEpochMilli()).equals(seen);
    }

    EndForm seeing(Instant closes) {
        return new EndForm(how, minutes, end, reason, String.valueOf(closes.toEpochMilli()), null);
    }

    boolean isConfirmed() {
        return confirmed != null;
    }

    public String cleanReason() {
        return reason == null ? "" : reason.strip();
    }

    private Optional<Duration> minutesToAdd() {
        return minutes != null && minutes.matches("[1-9]\\d{0,4}")
                ? Optional.of(Duration.ofMinutes(Long.parseLong(minutes)))
                : Optional.empty();
    }
}
