package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Bank;
import org.leitai.bank.ItemType;
import org.leitai.bank.ItemVersion;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.Expected;
import org.leitai.finals.seat.WrittenKeys;
import org.leitai.finals.stage.QuestionText;
import org.leitai.kernel.ItemVersionId;
import org.leitai.web.Texts;

/** The questions of a match: drawn from the bank when it is made, and read as text when it is played. */
@ApplicationScoped
public class MatchQuestions {

    private final Bank bank;
    private final Texts texts;

    MatchQuestions(Bank bank, Texts texts) {
        this.bank = bank;
        this.texts = texts;
    }

    /** The topics that published items bear, the most frequent first. */
    public List<String> topics() {
        Map<String, Long> counts =
                bank.published().stream().collect(Collectors.groupingBy(ItemVersion::topic, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Draws questions that can be asked aloud, no item twice; fewer than asked for when the bank has no more.
     *
     * @param topic null: any
     * @param seed the same seed draws the same questions from the same bank
     */
    List<MatchQuestion> draw(int count, String topic, long seed) {
        List<ItemVersion> pool = new ArrayList<>(bank.published().stream()
                .filter(item -> topic == null || item.topics().contains(topic))
                .filter(item -> item.type() != ItemType.FILL_IN)
                .toList());
        Collections.shuffle(pool, new Random(seed));
        return pool.stream()
                .limit(count)
                .<MatchQuestion>map(item -> new MatchQuestion.FromBank(item.id()))
                .toList();
    }

    /** As text, in the order given. */
    public List<QuestionText> texts(List<MatchQuestion> questions) {
        List<ItemVersionId> ids = questions.stream()
                .filter(MatchQuestion.FromBank.class::isInstance)
                .map(question -> ((MatchQuestion.FromBank) question).version())
                .toList();
        Map<ItemVersionId, ItemVersion> versions = bank.versions(ids);
        return questions.stream()
                .map(question -> switch (question) {
                    case MatchQuestion.FromBank(ItemVersionId id) -> text(versions.get(id));
                    case MatchQuestion.Written written -> text(written);
                })
                .toList();
    }

    private static QuestionText text(MatchQuestion.Written written) {
        List<String> options = written.options();
        return new QuestionText(
                written.stem(),
                IntStream.range(0, options.size())
                        .mapToObj(i -> letter(i) + ". " + options.get(i))
                        .toList(),
                written.key(),
                written.explanation(),
                written.source() == null ? "" : written.source(),
                written.type(),
                written.note(),
                WrittenKeys.of(written.stem(), options, written.key()));
    }

    private QuestionText text(ItemVersion item) {
        String source = item.source().article() == null
                ? item.source().document()
                : item.source().document() + " " + item.source().article();
        return new QuestionText(
                item.stem(),
                options(item),
                key(item.key()),
                item.explanation(),
                source,
                item.type().code(),
                null,
                expected(item));
    }

    private static Expected expected(ItemVersion item) {
        return switch (item.key()) {
            case AnswerKey.Choice(SortedSet<Integer> right) -> {
                var kind = item.type() == ItemType.SINGLE ? AnswerForm.Kind.SINGLE : AnswerForm.Kind.MULTIPLE;
                String letters = right.stream().map(MatchQuestions::letter).collect(Collectors.joining());
                yield new Expected(new AnswerForm(kind, item.options().size()), List.of(List.of(letters)));
            }
            case AnswerKey.Truth(boolean value) ->
                new Expected(new AnswerForm(AnswerForm.Kind.SINGLE, 2), List.of(List.of(letter(value ? 0 : 1))));
            case AnswerKey.Blanks(List<List<String>> accepted) ->
                new Expected(new AnswerForm(AnswerForm.Kind.BLANKS, accepted.size()), accepted);
        };
    }

    private List<String> options(ItemVersion item) {
        if (item.type() == ItemType.TRUE_FALSE) {
            return List.of(text("finals.true"), text("finals.false"));
        }
        return IntStream.range(0, item.options().size())
                .mapToObj(i -> letter(i) + ". " + item.options().get(i))
                .toList();
    }

    private String key(AnswerKey key) {
        return switch (key) {
            case AnswerKey.Choice(SortedSet<Integer> right) ->
                right.stream().map(MatchQuestions::letter).collect(Collectors.joining());
            case AnswerKey.Truth(boolean value) -> text(value ? "finals.true" : "finals.false");
            case AnswerKey.Blanks(List<List<String>> accepted) ->
                accepted.stream().map(List::getFirst).collect(Collectors.joining(" / "));
        };
    }

    private String text(String key) {
        return texts.of(Texts.CHINESE, key);
    }

    private static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
