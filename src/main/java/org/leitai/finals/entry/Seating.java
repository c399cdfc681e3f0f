package org.leitai.finals.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Who sits where 座次. Pure. */
public final class Seating {

    private Seating() {}

    /** All first places in the order of their groups, then all second ones, and so on. */
    public static List<String> byRank(List<List<Entrant>> groups) {
        return groups.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Entrant::rank)) // stable: equals keep the order of the groups
                .map(Entrant::name)
                .toList();
    }

    /** The order by rank, shuffled by {@link Collections#shuffle} with {@link Random}: whoever has the seed can repeat it. */
    public static List<String> drawn(List<List<Entrant>> groups, long seed) {
        var names = new ArrayList<>(byRank(groups));
        Collections.shuffle(names, new Random(seed));
        return List.copyOf(names);
    }
}
