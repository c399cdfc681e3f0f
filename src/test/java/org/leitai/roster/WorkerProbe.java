package org.leitai.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Routes that only tests have: whom each part of the site takes the caller for. */
class WorkerProbe {

    private WorkerProbe() {}

    @ApplicationScoped
    static class Caller {

        private final CurrentWorker worker;

        Caller(CurrentWorker worker) {
            this.worker = worker;
        }

        String who() {
            return worker.id().map(id -> "worker " + id.value()).orElse("nobody");
        }

        String required() {
            return String.valueOf(worker.require().value());
        }
    }

    @Path("/staff/probe")
    public static class AtStaff {

        private final Caller caller;

        AtStaff(Caller caller) {
            this.caller = caller;
        }

        @GET
        @Path("who")
        @PermitAll
        public String who() {
            return caller.who();
        }
    }

    @Path("/c/probe")
    public static class AtContest {

        private final Caller caller;

        AtContest(Caller caller) {
            this.caller = caller;
        }

        @GET
        @Path("who")
        @PermitAll
        public String who() {
            return caller.who();
        }

        @GET
        @Path("needed")
        @RolesAllowed(CurrentWorker.ROLE)
        public String needed() {
            return caller.who();
        }
    }

    @Path("/api/c/probe")
    public static class AtApi {

        private final Caller caller;

        AtApi(Caller caller) {
            this.caller = caller;
        }

        @GET
        @Path("needed")
        @PermitAll
        public String needed() {
            return caller.required();
        }
    }
}
