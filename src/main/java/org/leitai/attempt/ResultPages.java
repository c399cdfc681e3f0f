package org.leitai.attempt;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Pool;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.leaderboard.Boards.MyRank;
import org.leitai.roster.CurrentWorker;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** The result of one of my attempts, and its review from the instant that the rule sheet reveals it. */
@Path("/c/{contest}/r/{round}/attempts/{number}")
class ResultPages {

    private final Contests contests;
    private final Attempts attempts;
    private final Standings standings;
    private final CurrentWorker worker;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final ZoneId zone;

    ResultPages(
            Contests contests,
            Attempts attempts,
            Standings standings,
            CurrentWorker worker,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.contests = contests;
        this.attempts = attempts;
        this.standings = standings;
        this.worker = worker;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.zone = config.zone();
    }

    @GET
    @RolesAllowed(CurrentWorker.ROLE)
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance result(
            @PathParam("contest") String code,
            @PathParam("round") int ordinal,
            @PathParam("number") int number,
            RoutingContext context) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        Round round = contest.round(ordinal).orElseThrow(NotFoundException::new);
        PersonId person = worker.require();
        FinishedAttempt attempt = attempts.finished(round, person).stream()
                .filter(finished -> finished.ordinal() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        ResultView view = view(contest, round, person, attempt, arrivals.of(context));
        return new PhoneTemplates.result(view).setLocale(languages.current());
    }

    private ResultView view(Contest contest, Round round, PersonId person, FinishedAttempt attempt, Instant now) {
        Locale locale = languages.current();
        Pool pool = contests.pool(attempt.ruleSheetId());
        Review review = Review.of(pool, attempt, attempts.answers(attempt.id()));
        Optional<Instant> revealed = pool.sheet().reveal().from(attempt.finishedAt(), round.window());
        boolean isRevealed = revealed.isPresent() && !now.isBefore(revealed.get());
        Optional<MyRank> rank = standings.rankOf(round, person);
        return new ResultView(
                "/c/" + contest.code(),
                RoundPaths.of(round) + "/board",
                contest.title(),
                attempt.ordinal(),
                "handed-in",
                attempt.finishedAt().atZone(zone),
                new ResultView.Score(
                        attempt.points().toString(),
                        pool.sheet().blueprint().full().toString(),
                        review.right(),
                        review.slots().size(),
                        attempt.elapsedMillis(),
                        rank.map(known -> known.counted().ordinal() == attempt.ordinal())
                                .orElse(false)),
                null,
                standings.view(round, person, rank),
                "/api" + RoundPaths.of(round) + "/attempts/" + attempt.ordinal(),
                rank.filter(MyRank::isKnown)
                        .map(known -> standings.why(round, known, locale))
                        .orElse(List.of()),
                AttemptsLeft.of(round.sheet().attempts(), attempts.used(round, person, now)),
                List.of(texts.of(
                        locale,
                        "attempt.next.board",
                        round.window().closes().atZone(zone).toLocalDate().toString())),
                isRevealed ? review.slots() : null,
                isRevealed
                        ? null
                        : revealed.map(instant -> instant.atZone(zone)).orElse(null));
    }
}
