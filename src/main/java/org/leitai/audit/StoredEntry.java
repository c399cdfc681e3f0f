package org.leitai.audit;

import java.time.Instant;

/** An entry as the table holds it; {@code at} is exact to the microsecond, as PostgreSQL keeps it. */
record StoredEntry(
        long position, Instant at, String actor, String action, String subject, String reason, String detailJson) {}
