package org.leitai.finals.stage;

/**
 * Who looks at a match 受众, and so what may be shown: the end of the topic {@code match/{code}/…}.
 *
 * <p>Only the host sees a key before the answer is shown. The public sees a question after the seats have been sent it. Nobody but the
 * host sees scores move while they are frozen.
 */
public sealed interface Audience {

    record Host() implements Audience {}

    /** All judges: each one's scores are asked for apart. */
    record Judge() implements Audience {}

    record Screen() implements Audience {}

    record Public() implements Audience {}

    /** @param team number of its seat, 1…n */
    record SeatOf(int team) implements Audience {}

    default String topic(String match) {
        return "match/" + match + "/"
                + switch (this) {
                    case Host host -> "host";
                    case Judge judge -> "judge";
                    case Screen screen -> "screen";
                    case Public all -> "public";
                    case SeatOf(int team) -> "seat/" + team;
                };
    }
}
