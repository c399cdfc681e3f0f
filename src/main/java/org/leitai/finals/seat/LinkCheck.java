package org.leitai.finals.seat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether the seats are fit for a buzz 连接检查. Pure. */
public final class LinkCheck {

    /**
     * From where on a link is too bad for a fair buzz; settings, because halls differ.
     *
     * @param slowMillis round trip; usually 250, which everybody feels
     * @param unsureMillis jitter; usually 200: one packet that is lost costs at least that, the shortest time after which TCP sends it
     *     again
     */
    public record Limits(long slowMillis, long unsureMillis) {

        public static final Limits USUAL = new Limits(250, 200);
    }

    /** From here on a gap between two thumbs may be the network's: the most that lag compensation makes good. */
    public static final long JITTERY_MILLIS = 50;

    /** An evening takes about this much. */
    public static final int LOW_BATTERY_PERCENT = 30;

    private LinkCheck() {}

    /** What is wrong with a team's link. */
    public enum Fault {
        NO_DEVICE,
        SLOW,
        UNSURE
    }

    public record Bad(int team, Fault fault) {}

    /** Where no team has a device at all, people raise their hands, and nothing is wrong. The best device of a team counts. */
    public static List<Bad> bad(DeskFacts facts, Collection<Integer> teams) {
        if (facts.devices().stream().noneMatch(SeatDevice::connected)) {
            return List.of();
        }
        var bad = new ArrayList<Bad>();
        teams.stream().sorted().forEach(team -> {
            List<SeatDevice> devices =
                    facts.devicesOf(team).stream().filter(SeatDevice::connected).toList();
            if (devices.isEmpty()) {
                bad.add(new Bad(team, Fault.NO_DEVICE));
            } else if (devices.stream().allMatch(device -> over(device.roundTripMillis(), facts.limits().slowMillis()))) {
                bad.add(new Bad(team, Fault.SLOW));
            } else if (devices.stream().allMatch(device -> over(device.jitterMillis(), facts.limits().unsureMillis()))) {
                bad.add(new Bad(team, Fault.UNSURE));
            }
        });
        return List.copyOf(bad);
    }

    private static boolean over(Long millis, long limit) {
        return millis != null && millis >= limit;
    }
}
