package org.leitai.finals.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.Standing;
import org.leitai.staff.Paging;
import org.leitai.web.Texts;

/** Makes the log readable 日志版式. */
final class TimelineViews {

    static final int ROWS = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;

    TimelineViews(Texts texts, Locale locale, ZoneId zone) {
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * What the page was asked for.
     *
     * @param at version to look at; null: the present
     * @param page from 1; null: the one with that version, or the newest
     * @param message in the reader's language; null: none
     * @param reason as it was typed
     */
    record Wish(Long at, Long page, boolean mayChange, String message, String reason) {}

    LogViews.Timeline of(MatchLog log, Wish wish) {
        MatchState state = log.state();
        Course course = Course.of(log.events());
        int size = log.events().size();
        boolean past = wish.at() != null && wish.at() >= 0 && wish.at() < size;
        long page = wish.page() != null ? wish.page() : past && wish.at() > 0 ? (size - wish.at()) / ROWS + 1 : 1;
        Paging paging = Paging.of(page, size, ROWS);
        var words = new EventTexts(texts, locale, state);
        List<Stamped> newestFirst = log.events().reversed();
        List<LogViews.Line> lines =
                newestFirst.subList((int) paging.offset(), (int) Math.min(size, paging.offset() + ROWS)).stream()
                        .map(event -> line(event, course, words, past ? wish.at() : -1))
                        .toList();
        return new LogViews.Timeline(
                log.setUp().code(),
                log.setUp().title(),
                size,
                HexFormat.of().formatHex(log.head().hash()),
                wish.mayChange(),
                course.redoable(),
                past ? then(log, state, course, wish.at()) : null,
                wish.message(),
                wish.reason(),
                lines,
                paging);
    }

    private LogViews.Line line(Stamped stamped, Course course, EventTexts words, long chosen) {
        boolean control = isControl(stamped.event());
        return new LogViews.Line(
                stamped.version(),
                TIME.format(stamped.at().atZone(zone)),
                stamped.author(),
                words.of(stamped.event()),
                !control && !stays(stamped.event()) && !course.counts(stamped),
                stamped.version() == chosen,
                kind(stamped.event()));
    }

    private LogViews.Then then(MatchLog log, MatchState now, Course course, long version) {
        MatchState then = log.at(version);
        var scores = new TreeMap<Integer, String>();
        now.scores().forEach(score -> scores.put(score.team(), score.score().toString()));
        List<LogViews.ThenRow> rows = then.ranking().stream()
                .map(standing -> row(standing, scores.get(standing.team())))
                .toList();
        boolean last = course.counting().isEmpty() || version >= now.content();
        boolean counts = !last && (version == 0 || course.counting().contains(version));
        String at = version == 0
                ? ""
                : TIME.format(log.events().get((int) version - 1).at().atZone(zone));
        return new LogViews.Then(version, at, where(texts, locale, then), counts, rows);
    }

    /** Segment and question, in words. */
    static String where(Texts texts, Locale locale, MatchState then) {
        if (then.segmentIndex() < 0) {
            return texts.of(locale, "finals.log.before");
        }
        return texts.of(
                locale,
                then.questionNumber() == 0 ? "finals.log.where.segment" : "finals.log.where.question",
                String.valueOf(then.segmentIndex() + 1),
                then.segment().orElseThrow().title(),
                String.valueOf(then.questionNumber()));
    }

    private static LogViews.ThenRow row(Standing standing, String now) {
        String score = standing.score().toString();
        return new LogViews.ThenRow(standing.rank(), standing.name(), score, now, !score.equals(now));
    }

    /** What no undo takes back: who leads, and that the questions are out. */
    private static boolean stays(MatchEvent event) {
        return event instanceof MatchEvent.LeadTaken || event instanceof MatchEvent.PackOpened;
    }

    private static boolean isControl(MatchEvent event) {
        return event instanceof MatchEvent.Undone || event instanceof MatchEvent.Redone;
    }

    /** Beginnings of segments and what touches scores stand out. */
    private static String kind(MatchEvent event) {
        Set<Class<? extends MatchEvent>> points = Set.of(
                MatchEvent.Ruled.class,
                MatchEvent.FalseStarted.class,
                MatchEvent.ScoreAdjusted.class,
                MatchEvent.PaperScored.class,
                MatchEvent.ProtestSettled.class,
                MatchEvent.QuestionVoided.class);
        return event instanceof MatchEvent.SegmentOpened
                ? "segment"
                : isControl(event) ? "control" : points.contains(event.getClass()) ? "points" : "plain";
    }
}
