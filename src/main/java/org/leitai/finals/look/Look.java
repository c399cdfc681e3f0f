package org.leitai.finals.look;

import java.util.List;

/**
 * How a final presents itself 门面.
 *
 * @param credits lines such as "主办：江南市总工会"; the first stands above the title
 * @param lineup players by team, in the order of the seats; may be shorter than the teams
 * @param listed whether the start page shows it
 * @param logo digest of the picture, in hexadecimal; null: none
 */
public record Look(List<String> credits, List<String> lineup, boolean listed, String logo) {

    public static final Look PLAIN = new Look(List.of(), List.of(), false, null);

    public Look {
        credits = List.copyOf(credits);
        lineup = List.copyOf(lineup);
    }
}
