package org.leitai.report;

import java.util.List;

/**
 * The rule sheet of a round 规则表.
 *
 * @param path {@code /staff/contests/{contest}/{round}}
 * @param editable until the round opens
 * @param inForce the rules in plain words
 * @param reasonFault text key beside the reason; null when nothing is wrong with it
 * @param refusal text key of what the contest refused; null when nothing
 */
record RulesView(
        String title,
        String round,
        String path,
        boolean editable,
        List<String> inForce,
        List<Version> versions,
        SheetView sheet,
        String reason,
        String reasonFault,
        String refusal) {

    record Version(int number, String author, String reason, String at) {}
}
