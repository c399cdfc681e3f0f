package org.leitai.attempt;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.roster.CurrentWorker;
import org.leitai.web.Languages;

/** The answering page: a shell that is the same for everybody; the questions come as JSON. */
@Path("/c/{contest}/r/{round}/answer")
class AnswerPages {

    private final Contests contests;
    private final Languages languages;

    AnswerPages(Contests contests, Languages languages) {
        this.contests = contests;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(CurrentWorker.ROLE)
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance answer(@PathParam("contest") String code, @PathParam("round") int ordinal) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        Round round = contest.round(ordinal).orElseThrow(NotFoundException::new);
        String path = RoundPaths.of(round);
        var view = new AnswerView(contest.title(), "/c/" + code, "/api" + path, "/sign-in?to=" + path + "/answer");
        return new PhoneTemplates.answer(view).setLocale(languages.current());
    }
}
