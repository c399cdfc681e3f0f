package org.leitai.finals.seat;

/**
 * A device of a team as the desk knows it 席位设备; each part null while it is not known.
 *
 * @param id such as {@code seat:17}
 * @param connected whether its socket is open
 * @param roundTripMillis as the server measured it
 * @param jitterMillis how far apart the round trips are
 * @param clockOffMillis its clock minus the server's, as its browser found it
 * @param sound whether its browser has let sounds be played
 * @param heard whether the team heard the last sound test
 * @param pressed whether a test press came
 * @param visible whether the page is in front
 */
public record SeatDevice(
        String id,
        int team,
        boolean connected,
        Long roundTripMillis,
        Long jitterMillis,
        Long clockOffMillis,
        Integer batteryPercent,
        Boolean charging,
        Boolean awake,
        Boolean sound,
        boolean heard,
        boolean pressed,
        Boolean visible) {

    static SeatDevice of(String id, int team) {
        return new SeatDevice(id, team, false, null, null, null, null, null, null, null, false, false, null);
    }

    SeatDevice linked(boolean isConnected, long roundTripNanos, long uncertaintyNanos) {
        return new SeatDevice(
                id,
                team,
                isConnected,
                roundTripNanos < 0 ? roundTripMillis : Long.valueOf(millis(roundTripNanos)),
                uncertaintyNanos < 0 ? jitterMillis : Long.valueOf(millis(uncertaintyNanos)),
                clockOffMillis,
                batteryPercent,
                charging,
                awake,
                sound,
                heard,
                pressed,
                visible);
    }

    SeatDevice reported(SeatMessage.Preflight said, boolean isHeard) {
        return new SeatDevice(
                id,
                team,
                connected,
                roundTripMillis,
                jitterMillis,
                said.clockOffMillis(),
                said.batteryPercent(),
                said.charging(),
                said.awake(),
                said.sound(),
                isHeard,
                pressed,
                said.visible());
    }

    SeatDevice tested(boolean isPressed) {
        return new SeatDevice(
                id,
                team,
                connected,
                roundTripMillis,
                jitterMillis,
                clockOffMillis,
                batteryPercent,
                charging,
                awake,
                sound,
                heard,
                isPressed,
                visible);
    }

    private static long millis(long nanos) {
        return (nanos + 500_000) / 1_000_000;
    }
}
