package org.leitai.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Form;
import org.leitai.kernel.Points;
import org.leitai.marking.Mark.Verdict;

/** Marks answers against keys 判分. Pure: the same form, answers and policy always give the same marks. */
public final class Marker {

    private final PartialCredit partialCredit;

    public Marker(PartialCredit partialCredit) {
        this.partialCredit = partialCredit;
    }

    /**
     * @param answers by slot number; a slot without an entry was left blank
     * @return a mark for each slot, in order
     */
    public List<Mark> mark(Form form, Map<Integer, Answer> answers) {
        var marks = new ArrayList<Mark>(form.slots().size());
        for (Form.Slot slot : form.slots()) {
            marks.add(mark(slot, answers.getOrDefault(slot.number(), Answer.BLANK)));
        }
        return marks;
    }

    public Mark mark(Form.Slot slot, Answer answer) {
        if (answer.isBlank()) {
            return new Mark(Points.ZERO, Verdict.BLANK);
        }
        return switch (slot.item().key()) {
            case AnswerKey.Choice key -> choice(slot, key, answer);
            case AnswerKey.Truth key -> whole(slot, answer.canonical().equals(key.value() ? "T" : "F"));
            case AnswerKey.Blanks key -> blanks(slot, key, answer);
        };
    }

    private Mark choice(Form.Slot slot, AnswerKey.Choice key, Answer answer) {
        int right = 0;
        for (char letter : answer.canonical().toCharArray()) {
            right += key.right().contains(slot.optionOrder().get(letter - 'A')) ? 1 : 0;
        }
        int wrong = answer.canonical().length() - right;
        int total = key.right().size();
        return total == 1 ? whole(slot, right == 1 && wrong == 0) : partial(slot, right, wrong, total);
    }

    /** Blanks are questions of their own: a wrong text in one does not spoil another. */
    private Mark blanks(Form.Slot slot, AnswerKey.Blanks key, Answer answer) {
        String[] texts = answer.canonical().split("\n", -1);
        int right = 0;
        for (int blank = 0; blank < key.accepted().size(); blank++) {
            String text = FillIn.normalise(texts[blank]);
            right += key.accepted().get(blank).stream().map(FillIn::normalise).anyMatch(text::equals) ? 1 : 0;
        }
        return partial(slot, right, 0, key.accepted().size());
    }

    private Mark partial(Form.Slot slot, int right, int wrong, int total) {
        Points points = partialCredit.credit(slot.points(), right, wrong, total);
        if (right == total && wrong == 0) {
            return new Mark(points, Verdict.RIGHT);
        }
        return new Mark(points, points.equals(Points.ZERO) ? Verdict.WRONG : Verdict.PARTIAL);
    }

    private static Mark whole(Form.Slot slot, boolean right) {
        return right ? new Mark(slot.points(), Verdict.RIGHT) : new Mark(Points.ZERO, Verdict.WRONG);
    }
}
