package org.leitai.finals;

import jakarta.ws.rs.FormParam;
import java.util.List;

/**
 * Where teams are to come from, as it was typed 参赛资格.
 *
 * @param act {@code fill-round} or {@code fill-heats}; anything else: the teams are as they were typed
 * @param round of the preliminary, as {@code yd-2026/1}
 * @param best units of it
 * @param heats codes of earlier finals
 * @param advance of each; empty: as its rules say
 * @param seating {@code draw}, or by rank
 */
record EntryForm(
        @FormParam("act") String act,
        @FormParam("round") String round,
        @FormParam("best") String best,
        @FormParam("heats") List<String> heats,
        @FormParam("advance") String advance,
        @FormParam("seating") String seating) {

    EntryForm {
        act = act == null ? "" : act;
        round = round == null ? "" : round;
        best = best == null ? "" : best.strip();
        heats = heats == null ? List.of() : List.copyOf(heats);
        advance = advance == null ? "" : advance.strip();
        seating = seating == null ? "" : seating;
    }

    static EntryForm empty() {
        return new EntryForm("", "", "", List.of(), "", "");
    }

    boolean fromRound() {
        return act.equals("fill-round");
    }

    boolean fromHeats() {
        return act.equals("fill-heats");
    }

    public boolean draws() {
        return seating.equals("draw");
    }

    /** For templates. */
    public boolean chooses(String heat) {
        return heats.contains(heat);
    }
}
