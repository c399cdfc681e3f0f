package org.leitai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.contest.Round;
import org.leitai.kernel.RoundId;
import org.leitai.roster.Units;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** The figures of every round that somebody looks at 工作台. */
@ApplicationScoped
class Desk {

    private final DeskStore store;
    private final Units units;
    private final ContestTime time;
    private final LeitaiConfig config;
    private final Texts texts;
    private final Map<RoundId, FigureFeed> feeds = new ConcurrentHashMap<>();

    Desk(DeskStore store, Units units, ContestTime time, LeitaiConfig config, Texts texts) {
        this.store = store;
        this.units = units;
        this.time = time;
        this.config = config;
        this.texts = texts;
    }

    FiguresView figures(Round round, Instant now, Locale locale) {
        FigureFeed feed = feeds.computeIfAbsent(round.id(), id -> new FigureFeed(id, store));
        return view(feed.at(round, now), round, now, locale);
    }

    private FiguresView view(Figures figures, Round round, Instant now, Locale locale) {
        PhaseView phase = PhaseView.of(round, now, config.zone());
        List<UnitFigure> participation =
                UnitFigures.of(figures.units(), units, round.sheet().unitBoard().depth());
        return new FiguresView(
                now.toEpochMilli(),
                phase.name(),
                texts.of(locale, "report.phase." + phase.name()),
                phase.untilMillis(),
                time.window(round.window()),
                figures.tally().started(),
                figures.finished(),
                figures.tally().answering(),
                figures.tally().attempts(),
                figures.answers(),
                figures.minutes().stream().map(this::minute).toList(),
                figures.scores().stream().map(Desk::band).toList(),
                participation.stream()
                        .filter(figure -> figure.people() > 0)
                        .limit(FiguresView.UNITS)
                        .map(Desk::unit)
                        .toList());
    }

    private FiguresView.Minute minute(Figures.Minute minute) {
        return new FiguresView.Minute(time.clock(minute.start()), minute.answers(), minute.people());
    }

    private static FiguresView.ScoreBand band(Figures.ScoreBand band) {
        return new FiguresView.ScoreBand(band.from() + "–" + band.to(), band.people());
    }

    private static FiguresView.Unit unit(UnitFigure figure) {
        return new FiguresView.Unit(
                figure.unit().name(), figure.people(), figure.headcount(), figure.participationPercent());
    }
}
