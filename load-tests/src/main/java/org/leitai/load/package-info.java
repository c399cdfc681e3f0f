/**
 * Load on a running Leitai, and the proofs that it stands it 压力测试.
 *
 * <p>In: a server of its own, started from the build in a data folder of its own; only ever 127.0.0.1. Out: figures on standard output, and an exit
 * code that is not 0 when anything acknowledged was lost. Nothing here uses the product's classes: what is checked is what the
 * wire and the database say.
 *
 * <p>Decisions: the generator shares the machine with the server, so it is HTTP/1.1 by hand on blocking sockets and costs
 * little; a request carries what a phone's browser sends that matters to the guards (cookie, origin, ticket).
 */
package org.leitai.load;
