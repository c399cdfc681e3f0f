package org.leitai.finals.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.leitai.finals.seat.DeskFacts.Alarm;
import org.leitai.finals.seat.DeskFacts.AlarmKind;
import org.leitai.finals.seat.DeskFacts.Waiting;

/**
 * Keeps what is known of the seats besides the log 席位台. Confined to the room's lock, but for {@link #facts}.
 *
 * <p>A device here is connected while it has a socket; one that is known by the messages that another node forwards is connected
 * while they come.
 */
public final class SeatDesk {

    /** Devices report every four seconds; one report may be lost. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(9);

    /** A waiting device knocks every two seconds. */
    private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(7);

    /** One line each; whoever raises more of them is one more time in one of these. */
    private static final int MOST_ALARMS = 5;

    /** Two devices a team, and what people try out. */
    private static final int MOST_DEVICES = 64;

    private static final int MOST_WAITING = 8;

    /** An open socket of a seat on this node. */
    public record Connected(String device, int team, long roundTripNanos, long uncertaintyNanos) {}

    private final IntFunction<List<Connected>> sockets;
    private final Map<String, SeatDevice> devices = new LinkedHashMap<>();
    private final Map<String, Long> heardNanos = new HashMap<>();
    private final Set<String> local = new HashSet<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Long> knockedNanos = new HashMap<>();
    private final Map<Integer, Long> sounds = new TreeMap<>();
    private final Map<Integer, String> asks = new TreeMap<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private long test;
    private long tests;
    private long soundTests;
    private final LinkCheck.Limits limits;
    private volatile DeskFacts facts;

    /** @param sockets that are open here, by team */
    public SeatDesk(IntFunction<List<Connected>> sockets, LinkCheck.Limits limits) {
        this.sockets = sockets;
        this.limits = limits;
        this.facts = new DeskFacts(0, Map.of(), Map.of(), List.of(), List.of(), List.of(), limits);
    }

    /** Thread-safe. */
    public DeskFacts facts() {
        return facts;
    }

    /** Looks at the sockets of so many teams; returns whether anything is to be shown again. */
    public boolean look(int teams, long nowNanos) {
        var open = new HashMap<String, Connected>();
        for (int team = 1; team <= teams; team++) {
            sockets.apply(team).forEach(socket -> open.put(socket.device(), socket));
        }
        open.values().forEach(socket -> {
            local.add(socket.device());
            put(known(socket.device(), socket.team()).linked(true, socket.roundTripNanos(), socket.uncertaintyNanos()));
        });
        devices.replaceAll((id, device) -> {
            boolean fresh = !local.contains(id) && nowNanos - heardNanos.getOrDefault(id, nowNanos) < SILENT_NANOS;
            return open.containsKey(id) || fresh ? device : device.linked(false, -1, -1);
        });
        knockedNanos.values().removeIf(at -> nowNanos - at > GONE_NANOS);
        waiting.keySet().retainAll(knockedNanos.keySet());
        return settle();
    }

    public boolean report(SeatMessage.Preflight said, long nowNanos) {
        SeatMessage.From from = said.from();
        SeatDevice device = known(from.device(), from.team());
        heardNanos.put(from.device(), nowNanos);
        boolean heard = device.heard()
                || said.heard() != null && said.heard().equals(sounds.get(from.team())) && said.heard() > 0;
        put(device.linked(true, from.roundTripNanos(), from.uncertaintyNanos()).reported(said, heard));
        return settle();
    }

    /** A press while presses are tried out. */
    public boolean tested(SeatMessage.Press press) {
        if (test == 0 || press.nonce() != -test) {
            return false;
        }
        put(known(press.from().device(), press.from().team()).tested(true));
        return settle();
    }

    /** Begins to try out presses, or ends it. */
    public void test(boolean on) {
        tests += on ? 1 : 0;
        test = on ? tests : 0;
        if (on) {
            devices.replaceAll((id, device) -> device.tested(false));
        }
        settle();
    }

    /** Plays a sound on the devices of a team. */
    public void sound(int team) {
        soundTests++;
        sounds.put(team, soundTests);
        settle();
    }

    /** @param lifeline null: none any more */
    public boolean ask(int team, String lifeline) {
        if (lifeline == null) {
            asks.remove(team);
        } else {
            asks.put(team, lifeline);
        }
        return settle();
    }

    public boolean forgetAsks() {
        asks.clear();
        return settle();
    }

    /** Returns whether the device may come in at once: its team has none that is connected. */
    public boolean knock(String device, int team, long nowNanos) {
        if (!facts.connected(team)) {
            return true;
        }
        if (waiting.size() < MOST_WAITING || waiting.containsKey(device)) {
            waiting.put(device, new Waiting(device, team));
            knockedNanos.put(device, nowNanos);
            settle();
        }
        return false;
    }

    /** A device was let in, turned away or revoked. */
    public void forget(String device) {
        waiting.remove(device);
        knockedNanos.remove(device);
        devices.remove(device);
        settle();
    }

    public boolean alarm(AlarmKind kind, int team, Instant now) {
        int times = alarms.stream()
                .filter(alarm -> alarm.kind() == kind && alarm.team() == team)
                .mapToInt(Alarm::times)
                .sum();
        alarms.removeIf(alarm -> alarm.kind() == kind && alarm.team() == team);
        alarms.addFirst(new Alarm(kind, team, times + 1, now));
        while (alarms.size() > MOST_ALARMS) {
            alarms.removeLast();
        }
        return settle();
    }

    public void dismissAlarms() {
        alarms.clear();
        settle();
    }

    private SeatDevice known(String id, int team) {
        return devices.getOrDefault(id, SeatDevice.of(id, team));
    }

    private void put(SeatDevice device) {
        if (devices.size() >= MOST_DEVICES && !devices.containsKey(device.id())) {
            devices.values().removeIf(old -> !old.connected());
        }
        if (devices.size() < MOST_DEVICES || devices.containsKey(device.id())) {
            devices.put(device.id(), device);
        }
    }

    private boolean settle() {
        var now = new DeskFacts(
                test,
                Map.copyOf(sounds),
                Map.copyOf(asks),
                List.copyOf(devices.values()),
                List.copyOf(waiting.values()),
                List.copyOf(alarms),
                limits);
        boolean changed = !now.equals(facts);
        facts = now;
        return changed;
    }
}
