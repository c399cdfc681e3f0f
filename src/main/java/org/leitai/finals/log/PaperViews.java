package org.leitai.finals.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.TeamScore;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.stage.StageStates;
import org.leitai.kernel.Points;
import org.leitai.web.Texts;

/** The whole state on paper, and the lines that come back from it 纸面版式. */
final class PaperViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final String reader;

    /** @param reader username of the person who looks */
    PaperViews(Texts texts, Locale locale, ZoneId zone, String reader) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.reader = reader;
    }

    LogViews.Paper of(
            MatchLog log,
            List<Papers.Line> lines,
            PaperForm form,
            List<LogViews.Fault> faults,
            String message,
            Instant now) {
        MatchState state = log.state();
        var words = new EventTexts(texts, locale, state);
        return new LogViews.Paper(
                log.setUp().code(),
                log.setUp().title(),
                TIME.format(now.atZone(zone)),
                state.version(),
                HexFormat.of().formatHex(log.head().hash()),
                TimelineViews.where(texts, locale, state),
                texts.of(locale, "finals.log.phase." + phase(state)),
                state.clock() == null ? "" : EventTexts.seconds(state.clock().remainingMillis(now)),
                state.teams().stream().map(TeamSeat::name).toList(),
                state.scores().stream().map(score -> total(state, score)).toList(),
                segments(state),
                form,
                Stream.concat(
                                Stream.of(words.segment(-1)),
                                state.rules().segments().stream().map(Segment::title))
                        .toList(),
                faults,
                message,
                lines.reversed().stream().map(line -> row(line, words)).toList());
    }

    private static String phase(MatchState state) {
        return state.paused() && state.phase() != Phase.FINISHED
                ? "paused"
                : state.phase().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static LogViews.TotalRow total(MatchState state, TeamScore score) {
        var cells = new ArrayList<String>();
        score.bySegment().forEach(points -> cells.add(points.toString()));
        cells.add(score.playOff().equals(Points.ZERO) ? "" : score.playOff().toString());
        cells.add(score.score().toString());
        return new LogViews.TotalRow(score.name(), cells);
    }

    private List<LogViews.SegmentRow> segments(MatchState state) {
        List<Segment> all = state.rules().segments();
        return IntStream.range(0, all.size())
                .mapToObj(i -> segment(state, all.get(i), i))
                .toList();
    }

    private LogViews.SegmentRow segment(MatchState state, Segment segment, int index) {
        int here = state.segmentIndex();
        int entrants = here == index
                ? state.progress().entrants().size()
                : state.teams().size();
        int size = segment.questions() == 0 ? 0 : StageStates.size(segment, entrants);
        String stage = index < here ? "done" : index == here ? "current" : "coming";
        int played = index == here ? state.progress().number() : 0;
        String progress =
                switch (stage) {
                    case "done" -> texts.of(locale, "finals.log.paper.done");
                    default ->
                        size == 0
                                ? texts.of(locale, "finals.log.paper.open-end", String.valueOf(played))
                                : played >= size
                                        ? texts.of(locale, "finals.log.paper.none-left", String.valueOf(size))
                                        : texts.of(
                                                locale,
                                                "finals.log.paper.left",
                                                String.valueOf(played + 1),
                                                String.valueOf(size));
                };
        return new LogViews.SegmentRow(index + 1, segment.title(), stage, progress);
    }

    private LogViews.PaperRow row(Papers.Line one, EventTexts words) {
        PaperLine line = one.line();
        String where = line.question() == null
                ? words.segment(line.segment())
                : texts.of(
                        locale,
                        "finals.log.event.paper-scored.question",
                        words.segment(line.segment()),
                        String.valueOf(line.question()));
        return new LogViews.PaperRow(
                line.id(),
                words.team(line.team()),
                where,
                EventTexts.signed(line.points()),
                line.reason(),
                line.enteredBy(),
                CLOCK.format(line.enteredAt().atZone(zone)),
                one.confirmed(),
                !one.confirmed() && !line.enteredBy().equals(reader));
    }
}
