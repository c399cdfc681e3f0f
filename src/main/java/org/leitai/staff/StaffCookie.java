package org.leitai.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.leitai.web.LeitaiConfig;

/** The cookie that carries a session; sent to pages of staff only, and gone when the browser closes. */
@ApplicationScoped
class StaffCookie {

    static final String NAME = "leitai-staff";

    private final LeitaiConfig config;

    StaffCookie(LeitaiConfig config) {
        this.config = config;
    }

    NewCookie of(String token) {
        return cookie(token).build();
    }

    NewCookie none() {
        return cookie("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path(StaffPath.ROOT)
                .httpOnly(true)
                .secure(config.https())
                .sameSite(NewCookie.SameSite.LAX);
    }
}
