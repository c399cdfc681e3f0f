package org.leitai.finals.seat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of the seats besides the log 席位现况, at one moment. Nothing of it counts for the match; it is gone when the server
 * stops, and comes back with the devices' next reports.
 *
 * @param test number of the test presses that are on; 0: none
 * @param sounds number of the last sound test by team
 * @param asks lifelines that teams ask for, by team
 * @param limits of a good link
 */
public record DeskFacts(
        long test,
        Map<Integer, Long> sounds,
        Map<Integer, String> asks,
        List<SeatDevice> devices,
        List<Waiting> waiting,
        List<Alarm> alarms,
        LinkCheck.Limits limits) {

    public static final DeskFacts NONE = new DeskFacts(
            0, Map.of(), Map.of(), List.of(), List.of(), List.of(), LinkCheck.Limits.USUAL);

    /** A device with a good code that waits for the host's consent, because its team has one that is connected. */
    public record Waiting(String device, int team) {}

    /** Why somebody was refused at a seat. */
    public enum AlarmKind {
        /** No seat at all, or a forged one. */
        NO_SEAT,
        OTHER_TEAM,
        OTHER_MATCH,
        /** A device that was replaced. */
        REPLACED
    }

    /**
     * Somebody wanted a seat that is not theirs.
     *
     * @param team whose seat it was
     * @param times since the host last took note
     * @param last when last
     */
    public record Alarm(AlarmKind kind, int team, int times, Instant last) {}

    public List<SeatDevice> devicesOf(int team) {
        return devices.stream().filter(device -> device.team() == team).toList();
    }

    public boolean connected(int team) {
        return devicesOf(team).stream().anyMatch(SeatDevice::connected);
    }
}
