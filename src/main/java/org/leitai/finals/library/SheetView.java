package org.leitai.finals.library;

import java.util.List;

/** Rules in the reader's language 规则说明. */
public record SheetView(List<Part> parts) {

    /** @param kind of the segment; null: about the whole match */
    public record Part(String title, String kind, List<String> lines) {}
}
