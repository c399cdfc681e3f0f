package org.leitai.finals.match;

import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.Segment;
import org.leitai.finals.rules.SegmentKind;

/** Which button is the large one 主操作. Pure. */
final class NextActions {

    private NextActions() {}

    static NextAction of(MatchState state) {
        if (state.paused()) {
            return NextAction.RESUME;
        }
        if (state.frozen()
                && state.scene() == Scene.REVEAL
                && state.revealed().size() < state.teams().size()) {
            return NextAction.REVEAL_STEP;
        }
        return state.segment().map(segment -> of(state, segment)).orElse(NextAction.OPEN_SEGMENT);
    }

    private static NextAction of(MatchState state, Segment segment) {
        return switch (state.phase()) {
            case IDLE -> idle(state);
            case QUESTION_SHOWN -> state.counting() ? NextAction.COUNTING : shown(state, segment);
            case CLOCK_RUNNING, ANSWERING -> answering(state, segment);
            case BUZZ_ARMED -> NextAction.WAIT_FOR_BUZZ;
            case RULED -> inSet(state) ? NextAction.SHOW_QUESTION : NextAction.REVEAL_ANSWER;
            case REVEALED -> NextAction.NEXT_QUESTION;
            case FINISHED -> NextAction.NONE;
        };
    }

    private static NextAction idle(MatchState state) {
        if (Turns.next(state).isPresent()) {
            return NextAction.SHOW_QUESTION;
        }
        return state.segmentIndex() + 1 < state.rules().segments().size() ? NextAction.OPEN_SEGMENT : NextAction.FINISH;
    }

    private static NextAction shown(MatchState state, Segment segment) {
        if (segment.buzzed()) {
            return segment.buzz().opening() == BuzzOpening.COUNTDOWN_321 ? NextAction.COUNT_DOWN : NextAction.OPEN_BUZZ;
        }
        if (segment.kind() == SegmentKind.AUDIENCE && segment.seconds().think() == null) {
            return NextAction.REVEAL_ANSWER;
        }
        return segment.seconds().think() == null
                        && segment.seconds().set() == null
                        && segment.seconds().startWithin() == null
                ? answering(state, segment)
                : NextAction.START_CLOCK;
    }

    private static NextAction answering(MatchState state, Segment segment) {
        return switch (segment.kind()) {
            case AUDIENCE -> NextAction.REVEAL_ANSWER;
            case JUDGED -> Panel.complete(state) ? NextAction.RULE : NextAction.JUDGE;
            default -> NextAction.RULE;
        };
    }

    /** Whether the next question of the same set follows at once. */
    private static boolean inSet(MatchState state) {
        return state.clock() != null && state.clock().kind() == ClockKind.SET;
    }
}
