package org.leitai.finals.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a console can do now, and what waits there 主持台. Teams are indexes from 0; acts are named as commands are.
 *
 * @param lead username of who leads; null: nobody yet
 * @param can what the rules would accept now
 * @param asked version of the event that showed the last question; 0: none yet
 * @param place what the host's notes on the screen belong to, such as {@code item/5}
 * @param onTurn who answers or whose turn comes; null: open, or settled on stage
 * @param player who answers alone; null: any
 * @param naming {@code team} where the host must name who answers, {@code rival} where the team on turn may name another; null: neither
 * @param candidates who may be named, or may still answer
 * @param heat null: no dead heat
 * @param protests that are open
 * @param judging null: not judged
 * @param parts of the match, in their order
 * @param members players of a team
 * @param substitutes who came in, by team: "2 张三"
 * @param pauseReason null: not paused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Controls(
        String lead,
        List<String> can,
        long asked,
        String place,
        Integer onTurn,
        Integer player,
        String naming,
        List<Integer> candidates,
        Heat heat,
        List<Help> helps,
        List<Objection> protests,
        Judging judging,
        List<Part> parts,
        int members,
        List<List<String>> substitutes,
        String pauseReason) {

    /** @param rule {@code earliest}, {@code buzz-again} or {@code host-decides} */
    public record Heat(String rule, List<Integer> teams) {}

    /** @param left by team */
    public record Help(String code, String title, List<Integer> left) {}

    /** @param number of the question in its segment */
    public record Objection(long id, int team, String segment, int number, String reason) {}

    /**
     * @param places how many judges there are by the rules; null: as many as give a score
     * @param given who has handed in, with the sum of their parts
     * @param result what the scores come to so far; null: none yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Judging(Integer places, List<Given> given, boolean complete, String result) {}

    public record Given(String judge, String points) {}

    /** @param entrants who would take part by the rules now; empty: all */
    public record Part(String kind, List<Integer> entrants) {}
}
