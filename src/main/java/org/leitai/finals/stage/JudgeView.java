package org.leitai.finals.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What judges need to give a score 评分. Nobody's points are in it: each judge asks for what they may see.
 *
 * @param open whether scores are taken now
 * @param asked version of the event that showed the question; 0: none yet
 * @param team index of the one that is judged; null: none
 * @param places how many judges there are; null: as many as give a score
 * @param averaging {@code mean} or {@code mean-without-extremes}
 * @param given who has handed in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgeView(
        boolean open,
        long asked,
        Integer team,
        Integer places,
        String averaging,
        List<Part> parts,
        List<Grade> grades,
        List<String> given) {

    /** @param weight in percent */
    public record Part(String name, String max, int weight) {}

    public record Grade(String name, String points) {}
}
