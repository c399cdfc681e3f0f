/**
 * What a plain start brings along: real PostgreSQL and Redis servers of its own, the secret, the demo contest and the demo final. Nothing here
 * runs when a database is configured, but for {@link org.leitai.embedded.Main} itself.
 *
 * <p>Decisions: the servers' data stay in {@code ./data}, locked against a second process; what a killed process left
 * running is stopped at the next start, never adopted, so that there is one way to start; one that dies meanwhile is started again on
 * its port. Durable settings are set and then asserted, because the library that starts PostgreSQL switches them off.
 */
package org.leitai.embedded;
