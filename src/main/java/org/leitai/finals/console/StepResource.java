package org.leitai.finals.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.leitai.finals.Finals;
import org.leitai.finals.MatchId;
import org.leitai.finals.MatchStore;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.Stamped;
import org.leitai.staff.Roles;

/** The last steps that count, the newest first: what an undo may go back behind. */
@Path("/staff/finals/{code}/steps")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StepResource {

    private static final int MOST = 40;

    private final Finals finals;
    private final MatchStore store;
    private final MatchEventFormat format = new MatchEventFormat();

    StepResource(Finals finals, MatchStore store) {
        this.finals = finals;
        this.store = store;
    }

    /**
     * @param at epoch milliseconds
     * @param code of the event, as the log has it
     * @param team index; null: none in particular
     * @param what verdict, scene, player's name and the like, as the log has it; null: nothing
     * @param points signed; null: none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long version,
            long at,
            String author,
            String code,
            Integer team,
            String what,
            String points,
            String reason) {}

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public List<Step> steps(@PathParam("code") String code) {
        MatchId match = finals.find(code).orElseThrow(NotFoundException::new).id();
        List<Stamped> log = store.events(match, 0).stream()
                .map(event ->
                        new Stamped(event.version(), event.at(), event.author(), format.fromJson(event.payload())))
                .toList();
        List<Step> counting = Counting.of(log).stream().map(Steps::of).toList();
        return counting.subList(Math.max(0, counting.size() - MOST), counting.size())
                .reversed();
    }
}
