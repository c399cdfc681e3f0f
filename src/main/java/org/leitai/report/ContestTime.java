package org.leitai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.leitai.kernel.TimeWindow;
import org.leitai.web.LeitaiConfig;

/** Instants as organizers read and type them 竞赛时间: in the contest's zone. */
@ApplicationScoped
class ContestTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** As {@code <input type="datetime-local">} writes it; seconds only where they are not zero. */
    private static final DateTimeFormatter INPUT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final ZoneId zone;

    ContestTime(LeitaiConfig config) {
        this.zone = config.zone();
    }

    /** To the minute; with seconds where there are any, for a round can be closed at any moment. */
    String text(Instant instant) {
        LocalDateTime local = local(instant);
        return local.getSecond() == 0 ? MINUTE.format(local) : SECOND.format(local);
    }

    String second(Instant instant) {
        return SECOND.format(local(instant));
    }

    String clock(Instant instant) {
        return CLOCK.format(local(instant));
    }

    String window(TimeWindow window) {
        return text(window.opens()) + " – " + text(window.closes());
    }

    String input(Instant instant) {
        return INPUT.format(local(instant));
    }

    /** Empty for anything but a local date and time. */
    Optional<Instant> read(String input) {
        try {
            return Optional.of(LocalDateTime.parse(input).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    LocalDateTime local(Instant instant) {
        return instant.atZone(zone).toLocalDateTime();
    }
}
