package org.leitai.finals.rules.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;

/**
 * Rules as they were typed 规则表单. A field that is empty is not there; rows without anything in them are not there either.
 *
 * @param match fields of the whole match, by name
 * @param segments fields of each segment, by their name in the segment
 */
public record RulesFields(Map<String, String> match, List<Map<String, String>> segments) {

    /** The kind that the segment had when the form was made; a change of it clears what does not fit. */
    static final String WAS = "was";

    /** No field has more than a line, and the database keeps no NUL. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private static final Pattern OF_SEGMENT = Pattern.compile("segments\\[(\\d{1,4})]\\.(.{1,200})");

    public RulesFields {
        match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
        segments = segments.stream()
                .map(segment -> Collections.unmodifiableMap(new LinkedHashMap<>(segment)))
                .toList();
    }

    public static RulesFields of(MatchRules rules) {
        return new RulesFields(
                RulesWriting.match(rules),
                rules.segments().stream().map(RulesWriting::segment).toList());
    }

    /** @param form as it came; what it says beyond the fields of rules is passed over */
    public static RulesFields typed(Map<String, String> form) {
        var match = new LinkedHashMap<String, String>();
        var segments = new TreeMap<Integer, Map<String, String>>();
        form.forEach((name, raw) -> {
            String value = raw == null ? "" : CONTROL.matcher(raw).replaceAll(" ").strip();
            if (value.isEmpty()) {
                return;
            }
            Matcher inSegment = OF_SEGMENT.matcher(name);
            Map<String, String> target = inSegment.matches()
                    ? segments.computeIfAbsent(Integer.parseInt(inSegment.group(1)), ignored -> new LinkedHashMap<>())
                    : match;
            target.put(inSegment.matches() ? inSegment.group(2) : name, value);
        });
        List<Map<String, String>> settled = segments.values().stream()
                .map(Rows::compact)
                .map(SegmentLayout::settle)
                .toList();
        return LifelineCodes.given(new RulesFields(Rows.compact(match), settled));
    }

    public RulesReading read() {
        return RulesReading.of(this);
    }

    public RulesFields add(SegmentKind kind, String title) {
        return change(list -> {
            Segment starter = SegmentLayout.starter(kind, title);
            list.add(RulesWriting.segment(starter));
            return list;
        });
    }

    /** @param segment counted from 1, as everywhere here */
    public RulesFields remove(int segment) {
        return within(segment) ? change(list -> without(list, segment)) : this;
    }

    /** The copy stands behind its model and has no code: codes are unique. */
    public RulesFields copy(int segment) {
        if (!within(segment)) {
            return this;
        }
        return change(list -> {
            var copy = new LinkedHashMap<>(list.get(segment - 1));
            copy.remove("code");
            list.add(segment, copy);
            return list;
        });
    }

    /** Past the ends nothing happens. */
    public RulesFields move(int segment, int by) {
        return within(segment) && within(segment + by)
                ? change(list -> {
                    Collections.swap(list, segment - 1, segment + by - 1);
                    return list;
                })
                : this;
    }

    private boolean within(int segment) {
        return segment >= 1 && segment <= segments.size();
    }

    private RulesFields change(UnaryOperator<List<Map<String, String>>> change) {
        return new RulesFields(match, change.apply(new ArrayList<>(segments)));
    }

    private static List<Map<String, String>> without(List<Map<String, String>> list, int segment) {
        list.remove(segment - 1);
        return list;
    }
}
