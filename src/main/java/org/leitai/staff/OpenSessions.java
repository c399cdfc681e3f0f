package org.leitai.staff;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions as other features may know them 在用会话: by a reference that opens nothing, with which they can ask whether the session still is, and
 * with which roles. Asking counts as a use.
 */
@ApplicationScoped
public class OpenSessions {

    private final Sessions sessions;
    private final SessionStore store;
    private final Clock clock;

    OpenSessions(Sessions sessions, SessionStore store, Clock clock) {
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    /** Of the session that a request below {@code /staff} came with: 64 hexadecimal digits. */
    public Optional<String> reference(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(StaffCookie.NAME))
                .map(Cookie::getValue)
                .map(sessions::reference);
    }

    /** Whose sessions they are, with the roles of this moment; one that has ended, or whose account is closed, is missing. */
    public Map<String, StaffMember> members(Collection<String> references) {
        return references.isEmpty() ? Map.of() : store.members(references, clock.instant());
    }

    public Optional<StaffMember> member(String reference) {
        return Optional.ofNullable(members(List.of(reference)).get(reference));
    }
}
