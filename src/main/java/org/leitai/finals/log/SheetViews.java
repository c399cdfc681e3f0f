package org.leitai.finals.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.leitai.finals.log.ScoreSheet.Part;
import org.leitai.finals.log.ScoreSheet.Row;
import org.leitai.finals.match.BuzzPlace;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.Standing;
import org.leitai.finals.match.TeamScore;
import org.leitai.finals.match.Verdict;
import org.leitai.kernel.Points;
import org.leitai.web.Texts;

/** Makes the score sheet readable 成绩单版式. */
final class SheetViews {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final ScoreSheet sheet;
    private final EventTexts events;

    SheetViews(Texts texts, Locale locale, ZoneId zone, ScoreSheet sheet) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.sheet = sheet;
        this.events = new EventTexts(texts, locale, sheet.state());
    }

    LogViews.Sheet of(MatchLog log, Instant now) {
        MatchState state = sheet.state();
        List<String> segments = state.rules().segments().stream()
                .map(segment -> segment.title())
                .toList();
        return new LogViews.Sheet(
                log.setUp().code(),
                log.setUp().title(),
                state.rules().title(),
                MINUTE.format(now.atZone(zone)),
                state.phase() == Phase.FINISHED,
                state.version(),
                HexFormat.of().formatHex(log.head().hash()),
                sheet.undone(),
                state.teams().stream().map(team -> team.name()).toList(),
                sheet.ranking().stream().map(this::rank).toList(),
                segments,
                sheet.ranking().stream().map(this::total).toList(),
                sheet.parts().stream().map(this::part).toList(),
                sheet.substitutions().stream().map(this::told).toList());
    }

    private LogViews.RankRow rank(Standing standing) {
        TeamScore score = sheet.state().score(standing.team());
        boolean shared = sheet.ranking().stream()
                        .filter(other -> other.rank() == standing.rank())
                        .count()
                > 1;
        String why = shared
                ? text("finals.log.tie.shared")
                : standing.decidedBy() == null
                        ? ""
                        : text("finals.log.tie."
                                + standing.decidedBy()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'));
        return new LogViews.RankRow(
                standing.rank(),
                standing.name(),
                standing.score().toString(),
                score.right(),
                score.wrong(),
                score.fouls(),
                EventTexts.seconds(score.answerMillis()),
                score.playOff().equals(Points.ZERO) ? "" : score.playOff().toString(),
                why);
    }

    private LogViews.TotalRow total(Standing standing) {
        TeamScore score = sheet.state().score(standing.team());
        var cells = new ArrayList<String>();
        cells.add(before(standing.team()).toString());
        score.bySegment().forEach(points -> cells.add(points.toString()));
        cells.add(score.score().toString());
        return new LogViews.TotalRow(standing.name(), cells);
    }

    /** The start score, and what was corrected before the first segment. */
    private Points before(int team) {
        Points start = sheet.state().rules().startScore();
        return sheet.parts().stream()
                .filter(part -> part.segment() < 0)
                .map(part -> part.sums().getOrDefault(team, Points.ZERO))
                .reduce(start, Points::plus);
    }

    private LogViews.PartView part(Part part) {
        String title = part.segment() < 0
                ? events.segment(part.segment())
                : texts.of(
                        locale,
                        "finals.log.sheet.part",
                        String.valueOf(part.segment() + 1),
                        events.segment(part.segment()));
        Map<Integer, Points> sums = part.sums();
        return new LogViews.PartView(
                title,
                sheet.isPlayOff(part) ? text("finals.log.sheet.play-off") : "",
                part.rows().stream().map(this::row).toList(),
                sheet.state().teams().stream()
                        .map(team ->
                                sums.getOrDefault(team.number(), Points.ZERO).toString())
                        .toList());
    }

    private LogViews.RowView row(Row row) {
        List<LogViews.CellView> cells = sheet.state().teams().stream()
                .map(team -> cell(row, team.number()))
                .toList();
        var told = new ArrayList<LogViews.Told>();
        row.buzzes().stream()
                .filter(window -> !window.isEmpty())
                .forEach(window -> told.add(new LogViews.Told("", "", buzzes(window))));
        row.told().forEach(event -> told.add(told(event)));
        return new LogViews.RowView(
                row.shown() == null ? "" : String.valueOf(row.shown().number()),
                row.shown() == null || row.shown().value() == null
                        ? ""
                        : row.shown().value().toString(),
                row.voided(),
                cells,
                told);
    }

    private LogViews.CellView cell(Row row, int team) {
        Points points = row.points().get(team);
        List<Verdict> verdicts = row.verdicts().getOrDefault(team, List.of());
        String words = verdicts.stream().map(this::verdict).collect(Collectors.joining(" "));
        String mark = verdicts.isEmpty() ? "" : verdicts.getLast() == Verdict.RIGHT ? "right" : "wrong";
        return new LogViews.CellView(points == null ? "" : EventTexts.signed(points), mark, words);
    }

    private String verdict(Verdict verdict) {
        return text("finals.log.verdict." + verdict.name().toLowerCase(Locale.ROOT));
    }

    /** "Buzzed: A, B +0.012 s, C +0.012 s (dead heat)". */
    private String buzzes(List<BuzzPlace> window) {
        String order = window.stream()
                .map(place -> {
                    String team = events.team(place.team());
                    String seconds = EventTexts.seconds(place.gapMillis());
                    return place.deadHeat()
                            ? texts.of(locale, "finals.log.sheet.buzz-tied", team, seconds)
                            : place.gapNanos() == 0
                                    ? team
                                    : texts.of(locale, "finals.log.sheet.buzz-gap", team, seconds);
                })
                .collect(Collectors.joining(text("finals.log.sheet.comma")));
        return texts.of(locale, "finals.log.sheet.buzzes", order);
    }

    private LogViews.Told told(Stamped stamped) {
        return new LogViews.Told(CLOCK.format(stamped.at().atZone(zone)), stamped.author(), events.of(stamped.event()));
    }

    private String text(String key) {
        return texts.of(locale, key);
    }
}
