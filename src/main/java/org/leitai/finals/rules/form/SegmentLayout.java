package org.leitai.finals.rules.form;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leitai.finals.rules.Figures;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Seconds;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** Which fields make sense for which kind of segment. Pure. */
final class SegmentLayout {

    private static final Set<SegmentKind> NO_TEAMS = EnumSet.of(SegmentKind.AUDIENCE);
    private static final Set<SegmentKind> BUZZED = EnumSet.of(SegmentKind.BUZZER, SegmentKind.PLAY_OFF);
    private static final Set<SegmentKind> DECLINABLE =
            EnumSet.of(SegmentKind.REQUIRED, SegmentKind.RISK, SegmentKind.RELAY, SegmentKind.JUDGED);
    private static final Set<SegmentKind> WITHOUT_FOLLOWERS =
            EnumSet.of(SegmentKind.AUDIENCE, SegmentKind.JUDGED, SegmentKind.SLATE, SegmentKind.SPEED);

    private static final Figures TEN = Figures.of(Points.of(10), null);
    private static final int QUICK_SECONDS = 20;
    private static final int USUAL_SECONDS = 30;
    private static final int LONG_SECONDS = 180;
    private static final int SET_SECONDS = 90;

    private SegmentLayout() {}

    static Optional<SegmentKind> kind(Map<String, String> segment) {
        return Arrays.stream(SegmentKind.values())
                .filter(kind -> RulesWriting.name(kind).equals(segment.get("kind")))
                .findFirst();
    }

    /** Offered even when it is empty. */
    static boolean fits(SegmentKind kind, String field) {
        String head = field.replaceFirst("[.\\[].*", "");
        return switch (head) {
            case "passes" -> kind != SegmentKind.AUDIENCE;
            case "who" ->
                !Set.of(SegmentKind.SLATE, SegmentKind.AUDIENCE, SegmentKind.RELAY)
                        .contains(kind);
            case "order" ->
                !Set.of(SegmentKind.SLATE, SegmentKind.AUDIENCE, SegmentKind.BUZZER)
                        .contains(kind);
            case "optional" -> DECLINABLE.contains(kind);
            case "players" -> kind != SegmentKind.SLATE && kind != SegmentKind.AUDIENCE;
            case "entrants" -> kind != SegmentKind.PLAY_OFF && kind != SegmentKind.AUDIENCE;
            case "points" -> points(kind, field);
            case "seconds" -> seconds(kind, field);
            case "risk" -> kind == SegmentKind.RISK;
            case "buzz" -> BUZZED.contains(kind) && (kind != SegmentKind.BUZZER || !field.equals("buzz"));
            case "panel" -> kind == SegmentKind.JUDGED;
            case "afterWrong" -> !WITHOUT_FOLLOWERS.contains(kind);
            case "attempts", "steal" -> !WITHOUT_FOLLOWERS.contains(kind) && kind != SegmentKind.DUEL;
            case "byType" ->
                !Set.of(SegmentKind.RISK, SegmentKind.JUDGED, SegmentKind.AUDIENCE)
                        .contains(kind);
            case "lifelines" -> kind != SegmentKind.SLATE && kind != SegmentKind.AUDIENCE;
            default -> true;
        };
    }

    private static boolean points(SegmentKind kind, String field) {
        boolean chosen = kind == SegmentKind.RISK;
        return !NO_TEAMS.contains(kind)
                && switch (field) {
                    case "points.right" -> !chosen;
                    case "points.wrong", "points.timeout" -> !chosen && kind != SegmentKind.JUDGED;
                    case "points.partial" -> kind != SegmentKind.JUDGED;
                    default -> true;
                };
    }

    private static boolean seconds(SegmentKind kind, String field) {
        return switch (field) {
            case "seconds.think" ->
                !Set.of(SegmentKind.SPEED, SegmentKind.AUDIENCE, SegmentKind.BUZZER)
                        .contains(kind);
            case "seconds.startWithin" ->
                !Set.of(SegmentKind.SPEED, SegmentKind.AUDIENCE, SegmentKind.SLATE, SegmentKind.JUDGED)
                        .contains(kind);
            case "seconds.set" -> kind == SegmentKind.SPEED || kind == SegmentKind.RELAY;
            default -> BUZZED.contains(kind);
        };
    }

    /** After a change of the kind: what does not fit is gone, what is usual is there. */
    static Map<String, String> settle(Map<String, String> segment) {
        Optional<SegmentKind> kind = kind(segment);
        String was = segment.get(RulesFields.WAS);
        if (kind.isEmpty() || was == null || was.equals(segment.get("kind"))) {
            return segment;
        }
        var settled = new LinkedHashMap<>(segment);
        settled.keySet().removeIf(field -> !fits(kind.get(), field));
        settled.remove("who"); // each kind has its own usual one
        settled.remove("questions", "0"); // open ends are not for every kind
        RulesWriting.segment(starter(kind.get(), segment.get("title"))).forEach(settled::putIfAbsent);
        settled.put(RulesFields.WAS, segment.get("kind"));
        return settled;
    }

    /** As the model understands a segment that says nothing but its kind. */
    static Segment plain(SegmentKind kind) {
        return new Segment(
                null, null, kind, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /** With customary figures, to begin with. */
    static Segment starter(SegmentKind kind, String title) {
        return new Segment(
                null,
                title,
                kind,
                switch (kind) {
                    case BUZZER, SPEED -> 10;
                    case PLAY_OFF -> 0;
                    case AUDIENCE, DUEL -> 5;
                    case RELAY -> 3;
                    case REQUIRED, RISK, SLATE, JUDGED -> 1;
                },
                null,
                switch (kind) {
                    case BUZZER -> Figures.of(Points.of(10), Points.of(-10));
                    case JUDGED -> Figures.of(Points.of(30), null);
                    case RISK, AUDIENCE -> null;
                    case REQUIRED, SPEED, SLATE, DUEL, RELAY, PLAY_OFF -> TEN;
                },
                null,
                null,
                kind == SegmentKind.RISK ? List.of(risk(10), risk(20), risk(30)) : null,
                starterSeconds(kind),
                null,
                null,
                null,
                null,
                null,
                kind == SegmentKind.PLAY_OFF ? plain(SegmentKind.BUZZER).buzz() : null,
                null,
                null,
                null,
                null);
    }

    private static RiskValue risk(int value) {
        return new RiskValue(Points.of(value), null, null, null, null);
    }

    private static Seconds starterSeconds(SegmentKind kind) {
        return switch (kind) {
            case BUZZER, PLAY_OFF -> new Seconds(null, null, QUICK_SECONDS, null, null);
            case SPEED -> new Seconds(null, null, null, SET_SECONDS, null);
            case SLATE, JUDGED -> new Seconds(LONG_SECONDS, null, null, null, null);
            case REQUIRED, RISK, DUEL, RELAY -> new Seconds(USUAL_SECONDS, null, null, null, null);
            case AUDIENCE -> null;
        };
    }
}
