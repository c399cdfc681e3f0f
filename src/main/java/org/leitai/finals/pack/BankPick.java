package org.leitai.finals.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.bank.Bank;
import org.leitai.bank.ItemType;
import org.leitai.bank.ItemVersion;
import org.leitai.finals.MatchQuestion;
import org.leitai.kernel.ItemVersionId;

/** Finds and draws questions of the bank for a pack; never one whose item is in it already. */
@ApplicationScoped
class BankPick {

    private final Bank bank;

    BankPick(Bank bank) {
        this.bank = bank;
    }

    /**
     * What qualifies 抽题规则.
     *
     * @param words part of the stem, of an option, or of the code; empty: any
     * @param topic empty: any
     * @param type code; empty: any that can be asked aloud, so no gaps to fill
     * @param minDifficulty 1 to 5
     * @param maxDifficulty 1 to 5
     */
    record Rule(String words, String topic, String type, int minDifficulty, int maxDifficulty) {

        boolean takes(ItemVersion item) {
            return (topic.isEmpty() || item.topics().contains(topic))
                    && (type.isEmpty()
                            ? item.type() != ItemType.FILL_IN
                            : item.type().code().equals(type))
                    && item.difficulty() >= minDifficulty
                    && item.difficulty() <= maxDifficulty
                    && (words.isEmpty() || says(item, words));
        }

        private static boolean says(ItemVersion item, String words) {
            return item.stem().contains(words)
                    || item.code().equals(words)
                    || item.options().stream().anyMatch(option -> option.contains(words));
        }
    }

    /** In the order of the bank. */
    List<ItemVersion> find(Rule rule, Arrangement present) {
        Set<String> codes = codes(present);
        return bank.published().stream()
                .filter(rule::takes)
                .filter(item -> !codes.contains(item.code()))
                .toList();
    }

    /**
     * Fewer than asked for when the bank has no more.
     *
     * @param seed the same seed draws the same questions in the same order from the same bank
     */
    List<MatchQuestion> draw(int count, Rule rule, Arrangement present, long seed) {
        List<ItemVersion> pool = new ArrayList<>(find(rule, present));
        Collections.shuffle(pool, new Random(seed));
        return pool.stream()
                .limit(count)
                .<MatchQuestion>map(item -> new MatchQuestion.FromBank(item.id()))
                .toList();
    }

    /** Those of the ids that are published and not yet in the pack. */
    List<MatchQuestion> pick(Collection<Long> ids, Arrangement present) {
        Set<String> codes = codes(present);
        return bank.published().stream()
                .filter(item -> ids.contains(item.id().value()) && !codes.contains(item.code()))
                .<MatchQuestion>map(item -> new MatchQuestion.FromBank(item.id()))
                .toList();
    }

    private Set<String> codes(Arrangement present) {
        List<ItemVersionId> ids = present.questions().stream()
                .map(PlacedQuestion::question)
                .filter(MatchQuestion.FromBank.class::isInstance)
                .map(question -> ((MatchQuestion.FromBank) question).version())
                .toList();
        return bank.versions(ids).values().stream().map(ItemVersion::code).collect(Collectors.toSet());
    }
}
