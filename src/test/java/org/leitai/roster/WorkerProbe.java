package org.leitai.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Routes that only tests have: who is it, in the places where it matters. */
@Path("/")
@Produces(MediaType.TEXT_PLAIN)
public class WorkerProbe {

    private final CurrentWorker worker;

    public WorkerProbe(CurrentWorker worker) {
        this.worker = worker;
    }

    @GET
    @Path("staff/probe/who")
    @PermitAll
    public String atStaff() {
        return who();
    }

    @GET
    @Path("c/probe/who")
    @PermitAll
    public String atContest() {
        return who();
    }

    @GET
    @Path("c/probe/needed")
    @RolesAllowed(CurrentWorker.ROLE)
    public String neededByRole() {
        return who();
    }

    @GET
    @Path("api/c/probe/needed")
    @PermitAll
    public String neededByCode() {
        return String.valueOf(worker.require().value());
    }

    private String who() {
        return worker.id().map(id -> "worker " + id.value()).orElse("nobody");
    }
}
