package org.leitai.embedded;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jboss.logging.Logger;
import org.leitai.contest.ContestRefusal;
import org.leitai.contest.Contests;
import org.leitai.contest.Contests.NewContest;
import org.leitai.contest.RuleSheetFormat;
import org.leitai.finals.Finals;
import org.leitai.finals.rehearsal.Rehearsals;
import org.leitai.roster.UnitRow;
import org.leitai.roster.Units;
import org.leitai.web.LeitaiConfig;

/**
 * What a plain start has to show: the units of a city federation that does not exist, and a contest that is open for a month.
 * Made once; everything in it can be changed like any other contest.
 */
@ApplicationScoped
class Demo {

    static final String CODE = "demo";

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final int AFTER_THE_BANK = 3000;
    private static final String AUTHOR = "system";

    private final LeitaiConfig config;
    private final Contests contests;
    private final Units units;
    private final Finals finals;
    private final Rehearsals rehearsals;
    private final Clock clock;

    Demo(LeitaiConfig config, Contests contests, Units units, Finals finals, Rehearsals rehearsals, Clock clock) {
        this.config = config;
        this.contests = contests;
        this.units = units;
        this.finals = finals;
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    void makeOnce(@Observes @Priority(AFTER_THE_BANK) StartupEvent start) {
        if (!config.local()) {
            return;
        }
        if (!finals.exists(CODE)) {
            makeFinal(clock.instant());
        }
        if (contests.find(CODE).isPresent()) {
            return;
        }
        units.load(UnitRow.fromTsv(text("demo/units.tsv").lines()));
        contests.create(contest(clock.instant()), AUTHOR).ifPresent(Demo::report);
    }

    /** Eight teams that do not exist; the title stands above their names. */
    private void makeFinal(Instant now) {
        List<String> lines = text("demo/final.txt").strip().lines().toList();
        boolean made =
                finals.createDemo(CODE, lines.getFirst(), lines.subList(1, lines.size()), text("demo/final.yaml"), now);
        if (made) {
            rehearsals.mark(CODE, now);
        } else {
            LOG.error("no demo final; see question-bank/");
        }
    }

    private static void report(ContestRefusal refusal) {
        LOG.errorf("no demo contest: %s; see question-bank/", refusal.code());
    }

    /** Open from midnight on, for a month; the texts are the demo's own, as an organizer would type them. */
    private NewContest contest(Instant now) {
        ZoneId zone = config.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        String sheet = text("demo/rules.yaml")
                .replace("$OPENS", today + " 00:00")
                .replace("$CLOSES", today.plusDays(30) + " 21:00");
        String[] titles = text("demo/contest.txt").strip().split("\n");
        return switch (new RuleSheetFormat(zone).read(sheet)) {
            case RuleSheetFormat.Result.Valid valid ->
                new NewContest(CODE, titles[0], titles[1], List.of(new NewContest.NewRound(titles[2], valid.sheet())));
            case RuleSheetFormat.Result.Faulty faulty ->
                throw new IllegalStateException("demo/rules.yaml: " + faulty.faults());
        };
    }

    private static String text(String resource) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
