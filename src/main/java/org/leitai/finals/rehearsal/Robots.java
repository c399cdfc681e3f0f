package org.leitai.finals.rehearsal;

/**
 * What the robots of a match were told 机器人设置.
 *
 * @param pace null: to rest
 * @param hosts whether a robot is the host as well
 * @param everySeat whether robots also play for teams at whose seat a device is connected
 */
public record Robots(Pace pace, boolean hosts, boolean everySeat) {

    static final Robots RESTING = new Robots(null, false, false);

    public boolean play() {
        return pace != null;
    }
}
