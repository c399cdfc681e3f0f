package org.leitai.support;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Form;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;

/** The papers that people have before them, with the answers that they would need. */
@Singleton
public class Papers {

    private final Sql sql;
    private final Contests contests;

    Papers(Sql sql, Contests contests) {
        this.sql = sql;
        this.contests = contests;
    }

    /** Of the newest attempt. */
    public Form of(Round round, PersonId person) {
        String[] row = sql.rows(
                        "select rule_sheet_id, seed from attempt where round_id = ? and person_id = ? order by ordinal desc limit 1",
                        round.id().value(),
                        person.value())
                .getFirst()
                .split("\\|");
        return contests.pool(Long.parseLong(row[0])).draw(Long.parseLong(row[1]));
    }

    public static String[] right(Form.Slot slot) {
        return switch (slot.item().key()) {
            case AnswerKey.Truth(boolean value) -> new String[] {value ? "T" : "F"};
            case AnswerKey.Blanks(var accepted) -> accepted.stream().map(List::getFirst).toArray(String[]::new);
            case AnswerKey.Choice(var right) -> IntStream.range(0, slot.optionOrder().size())
                    .filter(position -> right.contains(slot.optionOrder().get(position)))
                    .mapToObj(position -> Character.toString('A' + position))
                    .toArray(String[]::new);
        };
    }

    /** Answers that many slots right, from the first on. */
    public void answer(Round round, Crowd.Member member, int slotsRight) {
        for (Form.Slot slot : of(round, member.id()).slots().subList(0, slotsRight)) {
            Handset.Reply reply = member.phone().put(slot.number(), 1, right(slot));
            if (reply.status() != 200) {
                throw new AssertionError(reply.toString());
            }
        }
    }

    /** Starts, answers that many slots right, hands in. */
    public void run(Round round, Crowd.Member member, int slotsRight) {
        member.phone().ready(round);
        answer(round, member, slotsRight);
        Handset.Reply reply = member.phone().handIn();
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
    }
}
