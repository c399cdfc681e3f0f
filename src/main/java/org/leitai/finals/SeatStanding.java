package org.leitai.finals;

/** Where a device stands 入席状态. */
enum SeatStanding {
    IN,
    /** Its team has another device; the host has not agreed yet. */
    WAITING,
    /** Revoked, or there never was one. */
    GONE
}
