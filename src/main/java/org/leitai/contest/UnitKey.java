package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What decides between two units 单位排名依据; more is better. */
public enum UnitKey {
    /** People who finished an attempt ÷ the unit's headcount; by people where the headcount is unknown. */
    @JsonProperty("participation")
    PARTICIPATION,
    /** The mean of the counted scores of those who took part. */
    @JsonProperty("mean")
    MEAN,
    /** How many took part. */
    @JsonProperty("participants")
    PARTICIPANTS
}
