package org.leitai.finals.log;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.kernel.Points;
import org.leitai.web.Texts;

/** Events in plain words 日志文字, for one match in one language; the sentences stand under {@code finals.log.event.}… */
final class EventTexts {

    private static final String SENTENCE = "finals.log.event.";

    private final Texts texts;
    private final Locale locale;
    private final MatchState match;

    EventTexts(Texts texts, Locale locale, MatchState match) {
        this.texts = texts;
        this.locale = locale;
        this.match = match;
    }

    String of(MatchEvent event) {
        String code = MatchEventFormat.code(event);
        return switch (event) {
            case MatchEvent.SegmentOpened opened -> say(code, opened.segment() + 1, segment(opened.segment()));
            case MatchEvent.QuestionShown shown -> shown(code, shown);
            case MatchEvent.ClockStarted started -> say(code, seconds(started.millis()));
            case MatchEvent.Awarded won -> say(won.deadHeat() ? code + ".dead-heat" : code, team(won.team()));
            case MatchEvent.Followed next ->
                say(
                        next.deadHeat() ? code + ".dead-heat" : code,
                        team(next.team()),
                        seconds(next.gapNanos() / 1_000_000));
            case MatchEvent.FalseStarted foul -> falseStart(code, foul);
            case MatchEvent.AnswerSubmitted answer -> say(code, team(answer.team()), answer.text());
            case MatchEvent.Ruled ruled -> ruled(code, ruled);
            case MatchEvent.JudgeScored judged -> say(code, judged.judge(), team(judged.team()), parts(judged));
            case MatchEvent.TurnEnded ended -> say(code) + reason(ended.reason());
            case MatchEvent.LifelineUsed used -> say(code, team(used.team()), used.lifeline());
            case MatchEvent.ScoreAdjusted adjusted ->
                say(code, team(adjusted.team()), signed(adjusted.points())) + reason(adjusted.reason());
            case MatchEvent.PaperScored paper -> paper(code, paper);
            case MatchEvent.Paused paused -> say(code) + reason(paused.reason());
            case MatchEvent.QuestionVoided voided ->
                say(voided.replaced() ? code + ".replaced" : code) + reason(voided.reason());
            case MatchEvent.PlayerSubstituted change ->
                say(code, team(change.team()), change.player(), change.name()) + reason(change.reason());
            case MatchEvent.SceneChanged changed ->
                say(code, text("finals.log.scene." + changed.scene().name().toLowerCase(Locale.ROOT)));
            case MatchEvent.PlaceRevealed place -> say(code, place.rank(), teams(place.teams()));
            case MatchEvent.Undone undone -> say(code, undone.toVersion()) + reason(undone.reason());
            case MatchEvent.Redone redone -> say(code) + reason(redone.reason());
            case MatchEvent.BuzzOpened opened -> say(code) + reason(opened.despite());
            case MatchEvent.CountdownStarted started ->
                say(code, seconds(started.millis())) + reason(started.despite());
            case MatchEvent.CountdownCancelled cancelled -> say(code);
            case MatchEvent.ValueChosen chosen -> say(code, team(chosen.team()), chosen.value());
            case MatchEvent.ProtestRaised raised ->
                say(code, team(raised.team()), raised.segment() + 1, raised.number()) + reason(raised.reason());
            case MatchEvent.ProtestSettled settled -> protest(code, settled);
            case MatchEvent.LeadTaken taken -> say(code, taken.who());
            case MatchEvent.PackOpened opened -> say(code, String.join(", ", opened.by()));
            case MatchEvent.QuestionLapsed lapsed -> say(code);
            case MatchEvent.AnswerRevealed revealed -> say(code);
            case MatchEvent.QuestionClosed closed -> say(code);
            case MatchEvent.Resumed resumed -> say(code);
            case MatchEvent.Frozen frozen -> say(code);
            case MatchEvent.Thawed thawed -> say(code);
            case MatchEvent.Finished finished -> say(code);
        };
    }

    String verdict(MatchEvent.Ruled ruled) {
        return text("finals.log.verdict." + ruled.verdict().name().toLowerCase(Locale.ROOT));
    }

    String team(int number) {
        return match.teams().get(number - 1).name();
    }

    /** -1: before the first. */
    String segment(int index) {
        return index < 0
                ? text("finals.log.before")
                : match.rules().segments().get(index).title();
    }

    static String signed(Points points) {
        return points.compareTo(Points.ZERO) > 0 ? "+" + points : points.toString();
    }

    /** "1.2" for 1200 ms; exact. */
    static String seconds(long millis) {
        BigDecimal bare = BigDecimal.valueOf(millis, 3).stripTrailingZeros();
        return bare.toPlainString();
    }

    private String shown(String code, MatchEvent.QuestionShown shown) {
        String said = say(code, shown.number(), shown.itemRef());
        if (shown.team() != null) {
            said += say(code + ".team", team(shown.team()));
        }
        return shown.value() == null ? said : said + say(code + ".value", shown.value());
    }

    private String falseStart(String code, MatchEvent.FalseStarted foul) {
        Points points = foul.points().plus(foul.playOff());
        String said = say(code, team(foul.team()));
        said += points.equals(Points.ZERO) ? "" : say("points", signed(points));
        return switch (foul.effect()) {
            case NONE -> said;
            case TEAM_LOCKED -> said + say(code + ".locked");
            case QUESTION_VOID -> said + say(code + ".void");
        };
    }

    private String ruled(String code, MatchEvent.Ruled ruled) {
        Points points = ruled.points().plus(ruled.playOff());
        String said = say(code, team(ruled.team()), verdict(ruled)) + say("points", signed(points));
        if (ruled.overridden()) {
            said += say(code + ".overridden");
        }
        if (ruled.passedTo() != null) {
            said += say(code + ".passed", team(ruled.passedTo()));
        }
        return said + reason(ruled.reason());
    }

    private String paper(String code, MatchEvent.PaperScored paper) {
        String where = paper.question() == null
                ? segment(paper.segment())
                : say(code + ".question", segment(paper.segment()), paper.question());
        Points points = paper.points().plus(paper.playOff());
        return say(code, team(paper.team()), where, signed(points), paper.enteredBy(), paper.confirmedBy())
                + reason(paper.reason());
    }

    private String protest(String code, MatchEvent.ProtestSettled settled) {
        String points = settled.points().entrySet().stream()
                .map(change -> say(code + ".points", team(change.getKey()), signed(change.getValue())))
                .collect(Collectors.joining());
        return say(code + "." + settled.outcome().name().toLowerCase(Locale.ROOT)) + points + reason(settled.reason());
    }

    private String parts(MatchEvent.JudgeScored judged) {
        return judged.parts().entrySet().stream()
                .map(part ->
                        part.getKey().isEmpty() ? part.getValue().toString() : part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
    }

    private String teams(List<Integer> numbers) {
        return numbers.stream().map(this::team).collect(Collectors.joining(", "));
    }

    private String reason(String why) {
        return why == null || why.isBlank() ? "" : say("reason", why);
    }

    private String say(String code, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = String.valueOf(arguments[i]); // a number would be grouped: "1,024"
        }
        return texts.of(locale, SENTENCE + code, words);
    }

    private String text(String key) {
        return texts.of(locale, key);
    }
}
