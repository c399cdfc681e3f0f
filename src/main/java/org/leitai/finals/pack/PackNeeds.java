package org.leitai.finals.pack;

import java.util.List;
import java.util.stream.IntStream;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.stage.StageStates;

/**
 * How many questions a match asks 用题数. Pure.
 *
 * @param parts by segment, in order
 * @param reserve for what is voided on stage: one in ten, and five
 */
public record PackNeeds(List<Part> parts, int reserve) {

    private static final int SPARE = 5;

    /** Of a segment that the host ends. */
    private static final int OPEN_END = 10;

    /** @param open whether the host ends it, so that the count is a guess */
    public record Part(String title, SegmentKind kind, int count, boolean open) {}

    public static PackNeeds of(MatchRules rules, int teams) {
        List<Part> parts =
                rules.segments().stream().map(segment -> part(segment, teams)).toList();
        int played = parts.stream().mapToInt(Part::count).sum();
        return new PackNeeds(parts, played / 10 + SPARE);
    }

    private static Part part(Segment segment, int teams) {
        boolean open = segment.questions() == 0;
        int count = open ? OPEN_END * segment.passes() : StageStates.size(segment, teams);
        return new Part(segment.title(), segment.kind(), count, open);
    }

    public int all() {
        return parts.stream().mapToInt(Part::count).sum() + reserve;
    }

    /** @param segment null: the reserve */
    int of(Integer segment) {
        return segment == null ? reserve : parts.get(segment).count();
    }

    boolean has(Integer segment) {
        return segment == null || segment >= 0 && segment < parts.size();
    }

    /** Every segment's index, then null for the reserve. */
    List<Integer> places() {
        var places = new java.util.ArrayList<Integer>(
                IntStream.range(0, parts.size()).boxed().toList());
        places.add(null);
        return places;
    }
}
