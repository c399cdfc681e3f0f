package org.leitai.bank;

import java.util.Arrays;
import java.util.Optional;

/** What kind of answer an item asks for 题型. */
public enum ItemType {
    /** One right option 单选题. */
    SINGLE("single"),
    /** Two right options or more 多选题. */
    MULTIPLE("multiple"),
    /** A statement that is right or wrong 判断题. */
    TRUE_FALSE("true-false"),
    /** Gaps in the stem to be filled 填空题. */
    FILL_IN("fill-in");

    private final String code;

    ItemType(String code) {
        this.code = code;
    }

    /** As files, rule sheets, the database and JSON write it. */
    public String code() {
        return code;
    }

    public static Optional<ItemType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    public boolean hasOptions() {
        return switch (this) {
            case SINGLE, MULTIPLE -> true;
            case TRUE_FALSE, FILL_IN -> false;
        };
    }
}
