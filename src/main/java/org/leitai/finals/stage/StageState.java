package org.leitai.finals.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A match as one audience sees it, complete, as the pages get it 舞台状态. Teams are indexes from 0 into {@code teams}; instants are epoch
 * milliseconds of the server.
 *
 * @param v version of the last event
 * @param at when it was made, so that a page can correct its clock
 * @param scene what the big screen shows
 * @param sceneEndsAt when it is meant to end, such as a break
 * @param frozen whether scores stand still; for everybody but the host no longer than until the last place is revealed
 * @param answer null before it is shown; the host always has it
 * @param window {@code none}, {@code closed}, {@code countdown}, {@code open} or {@code locked}
 * @param answering who has the word; null: nobody
 * @param teams in the order of their seats
 * @param slates what the teams wrote; null before the answer is shown, and where nothing was written
 * @param host null for everybody else
 * @param judge null for everybody else
 * @param seat null for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StageState(
        long v,
        long at,
        String title,
        String scene,
        Long sceneEndsAt,
        boolean paused,
        boolean frozen,
        Part segment,
        Asked question,
        Told answer,
        Clock clock,
        String window,
        List<Press> buzz,
        Integer answering,
        Outcome ruling,
        List<Team> teams,
        List<Slate> slates,
        Console host,
        JudgeView judge,
        SeatView seat) {

    /**
     * @param text as people read it
     * @param verdict null: not ruled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slate(int team, String text, String verdict) {}

    /**
     * @param number from 1
     * @param terms null while a question is on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(int number, String title, String kind, int questions, Terms terms) {}

    /**
     * What a segment plays for, in a line or two; figures, because the words are the page's. Points are signed where they are won or
     * lost, times are whole seconds; null: nothing of the kind.
     *
     * @param values to choose from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(
            String right,
            String wrong,
            List<String> values,
            Integer think,
            Integer answer,
            Integer set,
            Integer nobody) {}

    /** @param answerers who may answer; empty: nobody in particular */
    public record Asked(int number, String stem, List<String> options, String points, List<Integer> answerers) {}

    /** @param note the host's only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(String key, String explanation, String source, String note) {}

    /** @param endsAt null while it stands still: then {@code remaining} counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clock(String kind, Long endsAt, Long remaining, long total) {}

    public record Press(int team, long gapMillis, boolean deadHeat) {}

    /** @param points signed, such as "+10"; null while scores are frozen */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(int team, String outcome, String points) {}

    /**
     * @param score null: hidden until the reveal
     * @param place in the order of the board, from 0; hidden teams come last
     * @param out whether it may not answer the present question
     * @param online how many devices of its seat are connected; the host's only
     */
    public record Team(String name, String score, Integer rank, int place, boolean out, Integer online) {}

    /**
     * What only the host's console needs.
     *
     * @param next what the one large button does
     * @param values risk values that can be chosen now, with how many are left
     * @param chooses whether the host has to name the team
     * @param mayRule whether somebody's answer waits for a ruling
     * @param controls what is possible now, and what waits
     * @param seats what seats sent, and how they are
     */
    public record Console(
            String next,
            List<Step> rundown,
            List<Value> values,
            boolean chooses,
            boolean mayRule,
            Controls controls,
            DeskView seats) {}

    /** @param state {@code done}, {@code current} or {@code coming} */
    public record Step(String title, String state) {}

    public record Value(String value, int left) {}

    /**
     * @param nonce what a press must carry, also one that comes too early; null: pressing means nothing
     * @param task what else the team can do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SeatView(int team, String state, Long nonce, Integer place, Long gapMillis, SeatTask task) {}
}
