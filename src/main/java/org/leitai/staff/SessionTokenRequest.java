package org.leitai.staff;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** "Who has this session?" */
final class SessionTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
