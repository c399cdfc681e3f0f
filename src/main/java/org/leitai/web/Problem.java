package org.leitai.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;

/**
 * An error as a JSON client reads it (RFC 9457, {@code application/problem+json}).
 *
 * @param code stable and dotted, such as {@code attempt.closed}
 * @param title what went wrong, in the reader's language
 * @param errors field → what is wrong and how to mend it; absent when no field is to blame
 * @param incident the id under which the log knows a fault; absent otherwise
 * @param serverTimeMillis the server's time, epoch milliseconds, so that a phone can correct its clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        int status, String code, String title, Map<String, String> errors, String incident, long serverTimeMillis) {

    public static final String JSON = "application/problem+json";

    public static Problem of(int status, String code, String title, Instant now) {
        return new Problem(status, code, title, null, null, now.toEpochMilli());
    }

    public Response response() {
        var response = Response.status(status).type(MediaType.valueOf(JSON)).entity(this);
        return status == 503 || status == 429
                ? response.header("Retry-After", 2).build()
                : response.build();
    }
}
