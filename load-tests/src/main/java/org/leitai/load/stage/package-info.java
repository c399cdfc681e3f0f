/**
 * Load on a final: seats that race, thousands who watch, phones that stall, and everybody coming back at once 决赛压力测试.
 *
 * <p>In: a server of its own and a final made by staff over HTTP. Out: figures, and whether every screen saw the same winner and the
 * newest score. Figures never fail a run, what is wrong does.
 *
 * <p>Decisions: one thread serves all sockets ({@link org.leitai.load.stage.SocketLoop}), reads the clock once per read, and looks at as
 * few bytes of a frame as it needs, for it shares the processors with the server; what it is late by counts against the server.
 */
package org.leitai.load.stage;
