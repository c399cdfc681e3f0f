package org.leitai.marking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.leitai.kernel.Points;

/**
 * What an incomplete answer to a multiple-choice item or to one with several blanks earns 漏选得分. Pure; exact to a hundredth of
 * a point, rounded down.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PartialCredit.AllOrNothing.class, name = "all-or-nothing"),
    @JsonSubTypes.Type(value = PartialCredit.Half.class, name = "half"),
    @JsonSubTypes.Type(value = PartialCredit.Proportional.class, name = "proportional"),
    @JsonSubTypes.Type(value = PartialCredit.RightMinusWrong.class, name = "right-minus-wrong")
})
public sealed interface PartialCredit {

    /**
     * @param full what the complete answer earns
     * @param right chosen options (or blanks) that are right
     * @param wrong chosen options (or filled blanks) that are wrong
     * @param total right options (or blanks) that the key has; at least 1
     */
    Points credit(Points full, int right, int wrong, int total);

    /** 全对得分，其余不得分. */
    record AllOrNothing() implements PartialCredit {
        @Override
        public Points credit(Points full, int right, int wrong, int total) {
            return right == total && wrong == 0 ? full : Points.ZERO;
        }
    }

    /** 少选得一半，错选不得分. */
    record Half() implements PartialCredit {
        @Override
        public Points credit(Points full, int right, int wrong, int total) {
            if (wrong > 0 || right == 0) {
                return Points.ZERO;
            }
            return right == total ? full : full.fraction(1, 2);
        }
    }

    /** 少选按比例得分，错选不得分. */
    record Proportional() implements PartialCredit {
        @Override
        public Points credit(Points full, int right, int wrong, int total) {
            return wrong > 0 ? Points.ZERO : full.fraction(right, total);
        }
    }

    /** 选对加、选错扣，扣到零为止. */
    record RightMinusWrong() implements PartialCredit {
        @Override
        public Points credit(Points full, int right, int wrong, int total) {
            return full.fraction(Math.max(0, right - wrong), total);
        }
    }
}
