package org.leitai.finals.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.leitai.finals.stage.StageState.Value;

/**
 * What a team can do at its seat besides pressing 席位操作; each part null when there is nothing of the kind.
 *
 * @param form how the present question is answered: {@code single}, {@code multiple}, {@code order}, {@code blanks}, {@code text}
 * @param size options or blanks
 * @param question nonce that an answer must carry
 * @param open whether an answer is taken now
 * @param answer the team's own, in parts
 * @param answerMillis when it came, from the start of the clock
 * @param values that can be chosen now
 * @param chosen the value the team has chosen
 * @param helps lifelines, those that are used up too
 * @param asked code of the lifeline that waits for the host
 * @param sound number of the last sound test
 * @param outcome of the team's own ruling
 * @param points signed; null while scores are frozen
 * @param canBuzzAgain after a false start: only the lock of 250 ms holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatTask(
        String form,
        Integer size,
        Long question,
        boolean open,
        List<String> answer,
        Long answerMillis,
        List<Value> values,
        String chosen,
        List<Help> helps,
        String asked,
        Long sound,
        String outcome,
        String points,
        Boolean canBuzzAgain) {

    public record Help(String code, String title, int left) {}
}
