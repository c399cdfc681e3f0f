package org.leitai.audit;

import java.time.Instant;
import java.util.Map;

/**
 * One deed of one member of staff 审计记录.
 *
 * @param position 1, 2, 3 … without gaps
 * @param actor who: a username, or {@code system}
 * @param action what, dotted: {@code staff.roles-changed}; its text stands in the bundles under {@code audit.action.}…
 * @param subject to what or whom; empty when there is nothing to name
 * @param reason why, in the actor's words; empty where none is asked for
 * @param hash lower-case hexadecimal
 */
public record AuditEntry(
        long position,
        Instant at,
        String actor,
        String action,
        String subject,
        String reason,
        Map<String, Object> detail,
        String hash) {}
