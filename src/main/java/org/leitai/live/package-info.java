/**
 * 直播: the present state of a match, a stage or a board on every screen that looks at it, within a blink.
 *
 * <p>In: states, published by the feature that owns a topic ({@link org.leitai.live.LiveTopics}); small messages of clients. Out:
 * numbered frames on WebSockets ({@code /live/ws/{topic}}), the same frames for who cannot open one
 * ({@code /live/frames/{topic}}), and messages with the nanosecond of their arrival for the owner.
 *
 * <p>Invariants: every frame is the complete state of its topic, so a client that missed any number of frames needs only the newest;
 * there are no deltas and no holes. A frame is encoded once, and the same bytes go to all sockets. A socket has at most one write
 * under way and keeps no queue of frames: when it is done it takes what is newest by then. What a client can make us remember is
 * bounded: 1 KB per message, 40 messages, one frame. A reader that stops delays nobody and is closed.
 *
 * <p>Frames are numbered (epoch, sequence). An epoch is one start of one process; a sequence rises within it by one or more,
 * follows the clock, and is raised above every frame seen from other nodes. So all nodes agree which of two frames is newer, also after a
 * restart of everything, and a client ignores only what it has seen of the same epoch.
 *
 * <p>A topic that one elected node publishes at a time says the term of its office with each frame: a node that was overtaken while it slept
 * cannot bring its old state back, for a frame of a lower term is older, whenever it was made.
 *
 * <p>Decisions: routes and sockets of Vert.x and writes to Netty's channel, not WebSockets Next, whose outbound and inbound queues have no bound
 * and which encodes for each connection. Nodes hear of each other by publish and subscribe of Redis; without Redis each node goes on
 * for its own sockets. What one node asks of another alone goes the same way ({@link org.leitai.live.NodeCalls}). Round trips are measured by the server alone: what a client claims about time decides nothing.
 */
package org.leitai.live;
