package org.leitai.finals.seat;

import java.util.List;
import java.util.Optional;
import org.leitai.finals.match.Verdict;
import org.leitai.marking.FillIn;

/**
 * The right answer as a value 标准答案, to propose a verdict by. It stays on the server: {@code toString} hides it, and no picture has a
 * component of this type.
 *
 * @param accepted for each part what is accepted there: for letters one part with one text ("BD", in an order "CAB"), for blanks one
 *     part each; empty: nobody but the host can tell
 */
public record Expected(AnswerForm form, List<List<String>> accepted) {

    public static final Expected UNKNOWN = new Expected(AnswerForm.SPOKEN, List.of());

    public Expected {
        accepted = accepted.stream().map(List::copyOf).toList();
    }

    /**
     * What an answer is by the key. Sure for letters and blanks; of a text only that it is the key's own words.
     *
     * @param canonical null: the team handed nothing in
     * @return empty: a person has to judge
     */
    public Optional<Verdict> propose(String canonical) {
        if (canonical == null) {
            return accepted.isEmpty() ? Optional.empty() : Optional.of(Verdict.TIMEOUT);
        }
        List<String> parts = form.kind() == AnswerForm.Kind.BLANKS ? form.parts(canonical) : List.of(canonical);
        if (accepted.isEmpty() || parts.size() != accepted.size()) {
            return Optional.empty();
        }
        boolean right = true;
        for (int i = 0; i < parts.size(); i++) {
            String part = FillIn.normalise(parts.get(i));
            right &= accepted.get(i).stream().map(FillIn::normalise).anyMatch(part::equals);
        }
        if (right) {
            return Optional.of(Verdict.RIGHT);
        }
        return form.kind() == AnswerForm.Kind.TEXT ? Optional.empty() : Optional.of(Verdict.WRONG);
    }

    /** Names nothing of what it says. */
    @Override
    public String toString() {
        return "(hidden)";
    }
}
