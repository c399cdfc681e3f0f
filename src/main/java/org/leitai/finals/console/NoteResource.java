package org.leitai.finals.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.regex.Pattern;
import org.leitai.finals.FinalRefusal;
import org.leitai.finals.Finals;
import org.leitai.finals.MatchId;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/** A host's private notes 备注: {@code {"item/5":"慢读","segment/0":"…"}}. */
@Path("/staff/finals/{code}/notes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class NoteResource {

    private static final int LONGEST = 2000;
    private static final Pattern PLACE = Pattern.compile("match|(segment|item)/[0-9]{1,4}");

    private final NoteStore store;
    private final Finals finals;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;

    NoteResource(
            NoteStore store,
            Finals finals,
            CurrentStaff staff,
            Arrivals arrivals,
            Problems problems,
            Languages languages) {
        this.store = store;
        this.finals = finals;
        this.staff = staff;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
    }

    /** @param place as {@code Controls.place} names it; the body replaces what stood there, an empty one clears it */
    record Note(String place, String body) {}

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Map<String, String> notes(@PathParam("code") String code) {
        return store.all(match(code));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response write(@PathParam("code") String code, Note note, RoutingContext context) {
        MatchId match = match(code);
        boolean readable = note != null
                && note.place() != null
                && PLACE.matcher(note.place()).matches()
                && note.body() != null
                && note.body().length() <= LONGEST;
        if (!readable) {
            return problems.of(FinalRefusal.MALFORMED, languages.current()).response();
        }
        String author = staff.require().username();
        store.write(match, note.place(), note.body().replace("\0", ""), author, arrivals.of(context));
        return Response.noContent().build();
    }

    private MatchId match(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new).id();
    }
}
