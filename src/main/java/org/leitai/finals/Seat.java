package org.leitai.finals;

/**
 * A device on stage, bound to a team 席位.
 *
 * @param id of the row that its code was redeemed in
 * @param match code of the match
 * @param team number of its seat, 1…n
 */
record Seat(long id, String match, int team) {

    private static final String PREFIX = "seat:";

    /** As its sockets and messages name it. */
    String device() {
        return device(id);
    }

    static String device(long id) {
        return PREFIX + id;
    }

    /** The id behind a device's name; 0: it is none. */
    static long id(String device) {
        return device != null && device.matches(PREFIX + "[0-9]{1,18}")
                ? Long.parseLong(device.substring(PREFIX.length()))
                : 0;
    }
}
