package org.leitai.finals.entry;

import java.util.List;

/** The best so many of a ranking 晋级线. Pure. */
public sealed interface Cut {

    record Passed(List<Entrant> entrants) implements Cut {}

    /**
     * Equal teams on both sides of the line.
     *
     * @param rank that they share
     * @param teams how many share it
     */
    record Tied(int rank, int teams) implements Cut {}

    /** @param there how many there are */
    record TooFew(int there) implements Cut {}

    /** @param ranking best first */
    static Cut of(List<Entrant> ranking, int best) {
        if (ranking.size() < best) {
            return new TooFew(ranking.size());
        }
        int last = ranking.get(best - 1).rank();
        boolean tied = ranking.size() > best && ranking.get(best).rank() == last;
        return tied
                ? new Tied(last, (int) ranking.stream()
                        .filter(entrant -> entrant.rank() == last)
                        .count())
                : new Passed(List.copyOf(ranking.subList(0, best)));
    }
}
