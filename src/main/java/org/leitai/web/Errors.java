package org.leitai.web;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Catches whatever a request ended in. What the client did wrong is answered and forgotten; a fault of ours is logged once,
 * under the incident id that the reader sees. Nobody ever sees a stack trace or a page of the framework.
 */
@ApplicationScoped
public class Errors {

    private static final int RETRY_AFTER_SECONDS = 2;

    /** After the headers that every response carries, before the framework's own check, whose answer says nothing. */
    private static final int SIZE_PRIORITY = 180;

    /** Where files of finals come in. */
    private static final String FILES = "/staff/final-files";

    private final ErrorPages pages;
    private final long maxBodyBytes;
    private final long maxFileBytes;
    private final SecureRandom random = new SecureRandom();

    Errors(
            ErrorPages pages,
            LeitaiConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxFile) {
        this.pages = pages;
        this.maxBodyBytes = config.maxBodySize().asLongValue();
        this.maxFileBytes = maxFile.asLongValue();
    }

    /** What no route answered, and what went wrong outside of resources. */
    void register(@Observes Router router) {
        router.route().last().handler(context -> write(context, 404, null)).failureHandler(this::writeFailure);
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, SIZE_PRIORITY);
    }

    private void refuseLargeBody(RoutingContext context) {
        boolean file = context.normalizedPath().equals(FILES);
        if (declaredBytes(context) <= (file ? maxFileBytes : maxBodyBytes)) {
            context.next();
        } else {
            // The body is not read, so the connection cannot serve another request.
            context.response().putHeader("Connection", "close");
            write(context, 413, null);
        }
    }

    private static long declaredBytes(RoutingContext context) {
        try {
            String length = context.request().getHeader("Content-Length");
            // Who does not say how much follows is taken at the worst: no page or script of ours sends in pieces.
            boolean pieces = context.request().getHeader("Transfer-Encoding") != null;
            return length == null ? pieces ? Long.MAX_VALUE : 0 : Long.parseLong(length);
        } catch (NumberFormatException tooManyDigits) {
            return Long.MAX_VALUE;
        }
    }

    @ServerExceptionMapper
    public Uni<Response> webApplicationException(WebApplicationException exception, RoutingContext context) {
        Response given = exception.getResponse();
        int status = given.getStatus();
        if (given.hasEntity() || status < 400) {
            return Uni.createFrom().item(given);
        }
        return switch (status / 100) {
            case 4 ->
                status == 401 ? challenge(context) : Uni.createFrom().item(allowing(given, respond(context, status)));
            default -> Uni.createFrom().item(fault(exception, context, status));
        };
    }

    @ServerExceptionMapper
    public Uni<Response> unauthorized(UnauthorizedException exception, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper
    public Uni<Response> authenticationFailed(AuthenticationFailedException exception, RoutingContext context) {
        return challenge(context);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception, RoutingContext context) {
        return respond(context, 403);
    }

    @ServerExceptionMapper
    public Response malformedJson(MismatchedInputException exception, RoutingContext context) {
        return respond(context, 400);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException exception, RoutingContext context) {
        var errors = new LinkedHashMap<String, String>();
        for (ConstraintViolation<?> violation : exception.getConstraintViolations()) {
            errors.put(field(violation), violation.getMessage());
        }
        return response(pages.of(context, 422, errors, null));
    }

    @ServerExceptionMapper
    public Response anythingElse(Throwable exception, RoutingContext context) {
        return fault(exception, context, isOutage(exception) ? 503 : 500);
    }

    /** Not signed in: the mechanism of that part of the site knows the way in. */
    private Uni<Response> challenge(RoutingContext context) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(context)
                .map(challenge -> challenge != null && challenge.status / 100 == 3
                        ? Response.status(challenge.status)
                                .header(challenge.headerName.toString(), challenge.headerContent)
                                .build()
                        : respond(context, 401));
    }

    private Response fault(Throwable exception, RoutingContext context, int status) {
        return response(pages.of(context, status, null, log(exception, context)));
    }

    private Response respond(RoutingContext context, int status) {
        return response(pages.of(context, status, null, null));
    }

    private static Response response(ErrorPages.Rendered rendered) {
        var response = Response.status(rendered.status())
                .header(HttpHeaders.CONTENT_TYPE, rendered.contentType())
                .entity(rendered.body());
        return rendered.status() == 503 || rendered.status() == 429
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    private static Response allowing(Response given, Response response) {
        Object allowed = given.getHeaders().getFirst(HttpHeaders.ALLOW);
        return allowed == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    private void writeFailure(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended()) {
            return;
        }
        if (failure == null || context.statusCode() / 100 == 4) {
            write(context, context.statusCode() < 400 ? 500 : context.statusCode(), null);
        } else {
            write(context, isOutage(failure) ? 503 : 500, log(failure, context));
        }
    }

    private void write(RoutingContext context, int status, String incident) {
        var rendered = pages.of(context, status, null, incident);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, rendered.contentType())
                .end(rendered.body());
    }

    /** The path without its query: what people typed stays out of the log. */
    private String log(Throwable exception, RoutingContext context) {
        byte[] id = new byte[5];
        random.nextBytes(id);
        String incident = HexFormat.of().formatHex(id);
        Log.errorf(exception, "incident %s: %s %s", incident, context.request().method(), context.normalizedPath());
        return incident;
    }

    /** PostgreSQL is away, starting, stopping or has no connection left: worth another try. */
    private static boolean isOutage(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException exception) {
        String state = exception.getSQLState();
        // The pool's own time-out carries no state; 08 connection, 53 resources, 57P shutdown.
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
