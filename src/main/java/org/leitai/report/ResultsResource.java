package org.leitai.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Map;
import org.leitai.audit.AuditLog;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.roster.Units;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** The results as a file. Who took them, and when, is in the audit log before the first byte leaves. */
@Path("/staff/contests/{contest}/{round}/results.xlsx")
@Produces(MediaType.WILDCARD) // who may have it is decided before what the reader accepts
@RunOnVirtualThread
class ResultsResource {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Contests contests;
    private final ResultStore results;
    private final Units units;
    private final ContestTime time;
    private final Texts texts;
    private final AuditLog audit;
    private final CurrentStaff staff;
    private final Languages languages;

    ResultsResource(
            Contests contests,
            ResultStore results,
            Units units,
            ContestTime time,
            Texts texts,
            AuditLog audit,
            CurrentStaff staff,
            Languages languages) {
        this.contests = contests;
        this.results = results;
        this.units = units;
        this.time = time;
        this.texts = texts;
        this.audit = audit;
        this.staff = staff;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public Response results(@PathParam("contest") String contest, @PathParam("round") int ordinal) {
        Round round = RoundPlace.of(contests, contest, ordinal).round();
        String name = round.contest() + "-" + round.ordinal();
        String actor = staff.require().username();
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(
                        actor, "report.results-exported", round.contest() + "/" + ordinal, null, Map.of()));
        var workbook = new ResultsWorkbook(results, units, time, texts, languages.current());
        StreamingOutput body = out -> workbook.write(round, out);
        return Response.ok(body, WORKBOOK)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"results-" + name + ".xlsx\"")
                .build();
    }
}
