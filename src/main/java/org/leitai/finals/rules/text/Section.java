package org.leitai.finals.rules.text;

import java.util.List;

/**
 * A part of the sheet under a heading 规则条目.
 *
 * @param kind of the segment; null: about the whole match
 */
public record Section(Phrase title, Phrase kind, List<Phrase> lines) {

    public Section {
        lines = List.copyOf(lines);
    }
}
