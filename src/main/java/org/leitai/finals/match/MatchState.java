package org.leitai.finals.match;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.Segment;
import org.leitai.kernel.Points;

/**
 * A match at one version 比赛状态: everything that any screen shows, folded from the events. Immutable.
 *
 * @param version of the last event
 * @param content of the last event that has not been undone
 * @param sceneEndsAt when it is meant to end, such as a break; null: not said
 * @param pauseReason null: not paused
 * @param clock null: none
 * @param question null: none
 * @param scores by seat
 * @param frozenScores what the public sees while frozen; null: not frozen
 * @param revealed teams already revealed, from the last place up
 * @param desk who leads, what was asked last, protests
 * @param past what undo and redo need; no part of the value of a state
 */
public record MatchState(
        MatchRules rules,
        List<TeamSeat> teams,
        long version,
        long content,
        Scene scene,
        Instant sceneEndsAt,
        Phase phase,
        String pauseReason,
        MatchClock clock,
        Progress progress,
        Question question,
        List<TeamScore> scores,
        List<TeamScore> frozenScores,
        List<Integer> revealed,
        Desk desk,
        Past past) {

    /**
     * @throws IllegalArgumentException for an event that does not follow on this version
     */
    public MatchState apply(Stamped stamped) {
        return Folding.apply(this, stamped);
    }

    public boolean paused() {
        return pauseReason != null;
    }

    public boolean frozen() {
        return frozenScores != null;
    }

    /** Whether something is still veiled: once every place has been revealed, the scores are everybody's. */
    public boolean veiled() {
        return frozen() && revealed.size() < teams.size();
    }

    public int revealPosition() {
        return revealed.size();
    }

    /** -1: none yet. */
    public int segmentIndex() {
        return progress.segment();
    }

    public Optional<Segment> segment() {
        return progress.segment() < 0
                ? Optional.empty()
                : Optional.of(rules.segments().get(progress.segment()));
    }

    public int pass() {
        return progress.pass();
    }

    public int questionNumber() {
        return question == null ? progress.number() : question.number();
    }

    public Optional<String> itemRef() {
        return Optional.ofNullable(question).map(Question::itemRef);
    }

    /** Who is to answer now, or whose turn comes next. */
    public Optional<Integer> teamOnTurn() {
        return question != null && question.team() != null
                ? Optional.of(question.team())
                : question == null ? Turns.next(this).map(Turns.Slot::team) : Optional.empty();
    }

    public long buzzNonce() {
        return question == null ? 0 : question.nonce();
    }

    public List<BuzzPlace> buzzes() {
        return question == null ? List.of() : question.buzzes();
    }

    /** Who may not buzz for or answer the present question. */
    public Set<Integer> lockedOut() {
        return teams.stream()
                .map(TeamSeat::number)
                .filter(team -> !mayAnswer(team))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who may still buzz for or answer the present question. */
    public Set<Integer> eligible() {
        return teams.stream().map(TeamSeat::number).filter(this::mayAnswer).collect(Collectors.toUnmodifiableSet());
    }

    boolean mayAnswer(int team) {
        return progress.entrants().contains(team)
                && !progress.out().contains(team)
                && (question == null || !question.locked().contains(team));
    }

    public TeamScore score(int team) {
        return scores.get(team - 1);
    }

    boolean hasTeam(int team) {
        return team >= 1 && team <= teams.size();
    }

    /** As the jury sees it. */
    public List<Standing> ranking() {
        return Ranking.of(rules, scores);
    }

    /** As the public sees it: as it was when frozen, if it is. Who has been revealed stands in {@link #revealed()}. */
    public List<Standing> publicRanking() {
        return Ranking.of(rules, frozen() ? frozenScores : scores);
    }

    /** What a team may still choose, by value; no entry: not a risk value here. */
    public Map<Points, Integer> riskStock(int team) {
        return segment().map(here -> RiskStock.left(this, here, team)).orElse(Map.of());
    }

    /** The risk value that the team on turn has chosen; empty: none, or it is no longer its turn. */
    public Optional<Points> chosenValue() {
        return Optional.ofNullable(progress.chosen())
                .filter(choice ->
                        teamOnTurn().filter(team -> team == choice.team()).isPresent())
                .map(Progress.Choice::value);
    }

    /** The lifelines there are now, with how many a team has left. */
    public Map<Lifeline, Integer> lifelines(int team) {
        return Lifelines.left(this, team);
    }

    /** Why a team cannot hand in an answer at this instant; empty: it can. */
    public Optional<MatchRefusal> noAnswerOf(int team, Instant now) {
        return Optional.ofNullable(RulingDecisions.noAnswer(this, team, now));
    }

    /** Whether 3, 2, 1 is being counted before the buzz. */
    public boolean counting() {
        return clock != null && clock.kind() == ClockKind.COUNTDOWN;
    }

    /** Who takes part in a segment by the rules, as the scores are now. */
    public List<Integer> entrantsOf(int segment) {
        return Turns.entrants(this, rules.segments().get(segment));
    }

    /** How often a team may still use a help. */
    public int left(Lifeline lifeline, int team) {
        return Lifelines.left(this, lifeline, team);
    }

    public NextAction nextAction() {
        return NextActions.of(this);
    }
}
