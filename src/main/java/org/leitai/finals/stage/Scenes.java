package org.leitai.finals.stage;

import org.leitai.finals.match.MatchState;

/**
 * Which picture the big screen shows 画面, by the name that the page knows. Pure. A scene that the host chose stands until the next
 * question; otherwise the picture follows the phase of the question.
 */
final class Scenes {

    private Scenes() {}

    static String of(MatchState match) {
        return switch (match.scene()) {
            case OPENING -> "opening";
            case PARADE -> "parade";
            case SEGMENT -> match.segment().isPresent() ? "segment" : "opening";
            case PLAY -> played(match);
            case SCOREBOARD -> "board";
            case CHEER -> "cheer";
            case FROZEN -> match.veiled() ? "frozen" : "board";
            case REVEAL -> "reveal";
            case AWARDS -> "final";
            case BREAK -> "break";
        };
    }

    private static String played(MatchState match) {
        return switch (match.phase()) {
            case IDLE -> match.segment().isPresent() ? "segment" : "opening";
            case QUESTION_SHOWN, CLOCK_RUNNING, BUZZ_ARMED -> "question";
            case ANSWERING -> match.buzzes().isEmpty() ? "question" : "buzz";
            case RULED -> match.question().rulings().isEmpty() ? "question" : "ruling";
            case REVEALED -> "answer";
            case FINISHED -> match.veiled() ? "frozen" : "final";
        };
    }
}
