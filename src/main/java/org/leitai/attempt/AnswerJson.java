package org.leitai.attempt;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.leitai.bank.Form;
import org.leitai.bank.ItemType;
import org.leitai.bank.ItemVersion;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.kernel.ItemVersionId;
import org.leitai.marking.Answer;
import org.leitai.marking.SlotShape;

/**
 * What a phone gets while answering, written by hand from parts that are escaped once per item version. Only what is listed here
 * is written: no key, no explanation, no source.
 */
final class AnswerJson {

    private static final Map<ItemVersionId, Rendered> RENDERED = new ConcurrentHashMap<>();

    private AnswerJson() {}

    /**
     * What lets a phone answer.
     *
     * @param queue under which name it keeps its unsent answers
     */
    record Grant(String ticket, String queue) {}

    /** Texts of an item, escaped. */
    private record Rendered(String stem, List<String> options) {
        static Rendered of(ItemVersion item) {
            return new Rendered(
                    quote(item.stem()),
                    item.options().stream().map(AnswerJson::quote).toList());
        }
    }

    /** The same for the first reply and for every retry. */
    static String acknowledgement(AnswerResult.Stored stored, SlotShape shape) {
        return new StringBuilder(96)
                .append("{\"slot\":")
                .append(stored.slot())
                .append(",\"seq\":")
                .append(stored.seq())
                .append(",\"state\":\"")
                .append(stored.superseded() ? "superseded" : "saved")
                .append("\",\"answer\":")
                .append(parts(stored.answer(), shape))
                .append(",\"receivedAtMillis\":")
                .append(stored.receivedAtMillis())
                .append('}')
                .toString();
    }

    /**
     * The state of an attempt.
     *
     * @param answers the newest of each slot
     */
    static String state(
            Round round,
            OpenAttempt attempt,
            Form form,
            Grant grant,
            List<AttemptStore.Current> answers,
            long nowMillis) {
        String path = "/c/" + round.contest() + "/r/" + round.ordinal();
        OpenAttempt.Question question = attempt.question();
        List<Form.Slot> delivered =
                question == null ? form.slots() : form.slots().subList(0, question.slot());
        return new StringBuilder(4096)
                .append("{\"attempt\":")
                .append(attempt.ordinal())
                .append(",\"ticket\":")
                .append(quote(grant.ticket()))
                .append(",\"queue\":")
                .append(quote(grant.queue()))
                .append(",\"serverTimeMillis\":")
                .append(nowMillis)
                .append(",\"deadlineMillis\":")
                .append(attempt.deadline().toEpochMilli())
                .append(",\"graceMillis\":")
                .append(RuleSheet.GRACE.toMillis())
                .append(",\"questionMillis\":")
                .append(question == null ? null : question.millis())
                .append(",\"currentSlot\":")
                .append(question == null ? null : question.slot())
                .append(",\"currentEndsMillis\":")
                .append(question == null ? null : question.ends().toEpochMilli())
                .append(",\"slotCount\":")
                .append(form.slots().size())
                .append(",\"slots\":")
                .append(array(delivered.stream().map(AnswerJson::slot).toList()))
                .append(",\"answers\":")
                .append(array(
                        answers.stream().map(answer -> answer(answer, form)).toList()))
                .append(",\"lastSeq\":")
                .append(answers.stream()
                        .mapToInt(AttemptStore.Current::seq)
                        .max()
                        .orElse(0))
                .append(",\"result\":")
                .append(quote(path + "/attempts/" + attempt.ordinal()))
                .append('}')
                .toString();
    }

    private static String slot(Form.Slot slot) {
        ItemVersion item = slot.item();
        Rendered rendered = RENDERED.computeIfAbsent(item.id(), id -> Rendered.of(item));
        List<String> options =
                slot.optionOrder().stream().map(rendered.options()::get).toList();
        return "{\"slot\":" + slot.number() + ",\"type\":\"" + item.type().code() + "\",\"stem\":" + rendered.stem()
                + ",\"points\":\"" + slot.points() + "\",\"options\":" + array(options)
                + (item.type() == ItemType.FILL_IN ? ",\"blanks\":" + item.blankCount() : "") + "}";
    }

    private static String answer(AttemptStore.Current answer, Form form) {
        SlotShape shape = SlotShape.of(form.slots().get(answer.slot() - 1));
        return "{\"slot\":" + answer.slot() + ",\"seq\":" + answer.seq() + ",\"answer\":"
                + parts(answer.answer(), shape) + "}";
    }

    private static String parts(String canonical, SlotShape shape) {
        var array = new StringBuilder(32).append('[');
        for (String part : new Answer(canonical).parts(shape)) {
            array.append(array.length() > 1 ? "," : "").append(quote(part));
        }
        return array.append(']').toString();
    }

    private static String array(List<String> values) {
        return values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
        var quoted = new StringBuilder(text.length() + 16).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, quoted);
        return quoted.append('"').toString();
    }
}
