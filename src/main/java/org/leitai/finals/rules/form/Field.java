package org.leitai.finals.rules.form;

import java.util.List;

/**
 * A field of the form 输入项.
 *
 * @param name as in posts and in faults
 * @param label last part of the key of its label, under {@code finals.form.}
 * @param value as it was typed; empty: nothing
 * @param options for a choice: the value and the last part of the text's key, under {@code finals.form.}; both may be empty
 */
public record Field(String name, String label, Input input, String value, List<Option> options) {

    /** How it is typed. */
    public enum Input {
        TEXT,
        /** A number of points or a whole number. */
        NUMBER,
        CHOICE,
        FLAG,
        HIDDEN
    }

    public record Option(String value, String label) {}
}
