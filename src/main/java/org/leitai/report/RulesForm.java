package org.leitai.report;

import jakarta.ws.rs.FormParam;

/**
 * A revised rule sheet as it was typed 修订规则表.
 *
 * @param act {@code check} or {@code save}
 */
record RulesForm(
        @FormParam("sheet") String sheet,
        @FormParam("reason") String reason,
        @FormParam("act") String act) {

    boolean saves() {
        return "save".equals(act);
    }

    String typedSheet() {
        return sheet == null ? "" : sheet;
    }

    String cleanReason() {
        return reason == null ? "" : reason.strip();
    }
}
