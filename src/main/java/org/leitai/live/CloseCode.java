package org.leitai.live;

/** Why a socket is closed, as RFC 6455 numbers it; from 4000 on the numbers are ours. */
enum CloseCode {
    NORMAL(1000, "closed"),
    LEAVING(1001, "restart"),
    BINARY(1003, "text only"),
    TOO_MUCH(1008, "too many messages"),
    TOO_LARGE(1009, "message too large"),
    /** The reader does not keep up. */
    SLOW(1013, "slow"),
    /** The permission that the socket was opened with is gone; to come back is in vain. */
    REVOKED(4403, "revoked");

    private final short number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = (short) number;
        this.reason = reason;
    }

    short number() {
        return number;
    }

    String reason() {
        return reason;
    }
}
