package org.leitai.bank;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which item goes to which part, no item twice. The part with the smallest surplus of candidates chooses first; each takes
 * the first free candidates in the given order. When none is free, an item is taken over from a part that can do with another
 * one (augmenting path, Kuhn 1955). So a part stays short only when no distribution at all could fill it beside those that
 * chose before it, and which parts are short does not depend on the order of the items (the places that can be filled
 * together form a transversal matroid).
 */
final class Assignment {

    private static final int FREE = -1;

    private final List<Blueprint.Part> parts;
    private final List<ItemVersion> items;
    private final List<List<Integer>> candidates;
    private final int[] owner;
    private final int[] filled;

    Assignment(Blueprint blueprint, List<ItemVersion> items) {
        this.parts = blueprint.parts();
        this.items = items;
        this.candidates = parts.stream().map(this::candidatesOf).toList();
        this.owner = new int[items.size()];
        this.filled = new int[parts.size()];
        Arrays.fill(owner, FREE);
        narrowestFirst().forEach(this::fill);
    }

    List<ItemVersion> itemsOf(int part) {
        return candidates.get(part).stream()
                .filter(item -> owner[item] == part)
                .map(items::get)
                .toList();
    }

    List<Shortage> shortages() {
        return IntStream.range(0, parts.size())
                .filter(part -> filled[part] < parts.get(part).count())
                .mapToObj(part -> new Shortage(part, parts.get(part).count(), filled[part]))
                .toList();
    }

    private List<Integer> candidatesOf(Blueprint.Part part) {
        return IntStream.range(0, items.size())
                .filter(item -> part.takes(items.get(item)))
                .boxed()
                .toList();
    }

    /** By the surplus of candidates; equals in the blueprint's order. */
    private List<Integer> narrowestFirst() {
        return IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        part -> candidates.get(part).size() - parts.get(part).count()))
                .toList();
    }

    private void fill(int part) {
        while (filled[part] < parts.get(part).count() && claim(part, new boolean[parts.size()])) {
            filled[part]++;
        }
    }

    /** One more item for the part: a free one, or one whose owner finds another. Each part is asked once. */
    private boolean claim(int part, boolean[] asked) {
        asked[part] = true;
        return claimFree(part) || takeOver(part, asked);
    }

    private boolean claimFree(int part) {
        return candidates.get(part).stream()
                .filter(item -> owner[item] == FREE)
                .findFirst()
                .map(item -> give(item, part))
                .isPresent();
    }

    private boolean takeOver(int part, boolean[] asked) {
        return candidates.get(part).stream()
                .filter(item -> !asked[owner[item]] && claim(owner[item], asked))
                .findFirst()
                .map(item -> give(item, part))
                .isPresent();
    }

    private int give(int item, int part) {
        owner[item] = part;
        return item;
    }
}
