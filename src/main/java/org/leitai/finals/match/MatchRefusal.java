package org.leitai.finals.match;

import org.leitai.kernel.Refusal;

/** Why a command is refused. */
public enum MatchRefusal implements Refusal {
    NOT_NOW("finals.match.not-now", 409),
    FINISHED("finals.match.finished", 409),
    PAUSED("finals.match.paused", 409),
    NOT_PAUSED("finals.match.not-paused", 409),
    UNKNOWN_SEGMENT("finals.match.unknown-segment", 422),
    UNKNOWN_TEAM("finals.match.unknown-team", 422),
    UNKNOWN_PLAYER("finals.match.unknown-player", 422),
    NOT_ON_TURN("finals.match.not-on-turn", 409),
    /** The order is settled on stage: the command must name the team. */
    TEAM_MISSING("finals.match.team-missing", 422),
    NO_MORE_QUESTIONS("finals.match.no-more-questions", 409),
    LOCKED_OUT("finals.match.locked-out", 409),
    ALREADY_RULED("finals.match.already-ruled", 409),
    RISK_VALUE("finals.match.risk-value", 422),
    RISK_SPENT("finals.match.risk-spent", 409),
    REASON_MISSING("finals.match.reason-missing", 422),
    /** The clock is over. */
    TOO_LATE("finals.match.too-late", 410),
    /** The rules take no notice of false starts. */
    FOUL_IGNORED("finals.match.foul-ignored", 409),
    NO_CLOCK("finals.match.no-clock", 409),
    NO_PARTIAL("finals.match.no-partial", 422),
    JUDGE_SCORE("finals.match.judge-score", 422),
    NO_JUDGE_SCORES("finals.match.no-judge-scores", 409),
    UNKNOWN_LIFELINE("finals.match.unknown-lifeline", 422),
    LIFELINE_SPENT("finals.match.lifeline-spent", 409),
    NOT_OPTIONAL("finals.match.not-optional", 409),
    /** As many judges as the rules have a place for have given their score. */
    PANEL_FULL("finals.match.panel-full", 409),
    /** Not all judges have given their score: to go on without them wants a reason. */
    JUDGES_MISSING("finals.match.judges-missing", 422),
    /** The team's protest about this question is still open. */
    PROTEST_OPEN("finals.match.protest-open", 409),
    UNKNOWN_PROTEST("finals.match.unknown-protest", 409),
    /** A protest that is rejected changes no points. */
    PROTEST_POINTS("finals.match.protest-points", 422),
    /** The match cannot end before they are settled. */
    PROTESTS_LEFT("finals.match.protests-left", 409),
    NOTHING_TO_UNDO("finals.match.nothing-to-undo", 409),
    NOTHING_TO_REDO("finals.match.nothing-to-redo", 409),
    ALREADY_FROZEN("finals.match.already-frozen", 409),
    NOT_FROZEN("finals.match.not-frozen", 409),
    ALL_REVEALED("finals.match.all-revealed", 409),
    /** Who typed it in may not confirm it. */
    SAME_PERSON("finals.match.same-person", 403),
    SCENE_LENGTH("finals.match.scene-length", 422);

    private final String code;
    private final int status;

    MatchRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
