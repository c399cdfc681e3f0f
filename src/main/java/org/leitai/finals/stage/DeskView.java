package org.leitai.finals.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.leitai.finals.seat.SeatDevice;

/**
 * What the host's console and the preflight board show of the seats 席位台画面. Teams are indexes from 0.
 *
 * @param answers what was handed in to the present question, with the verdict that the key proposes
 * @param together whether all can be ruled by the key in one go
 * @param chosen the risk value that the team on turn wants; null: none
 * @param chooser who that is
 * @param asks lifelines that teams ask for
 * @param bad links that make a buzz unfair
 * @param testing whether presses are tried out
 * @param go whether the match can begin
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeskView(
        List<Answered> answers,
        boolean together,
        String chosen,
        Integer chooser,
        List<Asking> asks,
        List<Bad> bad,
        List<Alarmed> alarms,
        List<WaitingDevice> waiting,
        boolean testing,
        boolean go,
        List<TeamCheck> teams) {

    /**
     * @param text as people read it; null: nothing yet
     * @param proposal {@code right}, {@code wrong} or {@code timeout}; null: a person has to judge
     * @param verdict once it is ruled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answered(int team, String text, Long millis, String proposal, String verdict) {}

    public record Asking(int team, String code, String title) {}

    /** @param fault {@code no-device}, {@code slow} or {@code unsure} */
    public record Bad(int team, String fault) {}

    /** @param kind {@code no-seat}, {@code other-team}, {@code other-match} or {@code replaced} */
    public record Alarmed(String kind, int team, int times, long last) {}

    public record WaitingDevice(String device, int team) {}

    /** @param fault of the link; null: none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TeamCheck(int team, String fault, List<SeatDevice> devices) {}
}
