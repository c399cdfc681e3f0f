package org.leitai.live;

import io.netty.channel.Channel;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Turns admitted handshakes into sockets and gives their seats back when they have gone. On event loops. */
@Singleton
class Sockets {

    private static final Logger LOG = Logger.getLogger(Sockets.class);

    private final Topics topics;
    private final Owners owners;
    private final Seats seats;
    private final ExecutorService threads;

    Sockets(Topics topics, Owners owners, Seats seats, @VirtualThreads ExecutorService threads) {
        this.topics = topics;
        this.owners = owners;
        this.seats = seats;
        this.threads = threads;
    }

    /** The seat is taken and assigned; from here on it is ours to give back. */
    void open(HttpServerRequest request, LiveTopics owner, String topic, String who) {
        Channel channel = ((ConnectionBase) request.connection()).channel();
        if (!channel.isActive()) { // the client did not wait
            giveBack(who);
            return;
        }
        request.toWebSocket()
                .onFailure(failure -> {
                    LOG.debugf("no socket on %s: %s", topic, failure.getMessage());
                    giveBack(who);
                    channel.close();
                })
                .onSuccess(socket -> start(socket, channel, owner, topic, who));
    }

    private void start(ServerWebSocket socket, Channel channel, LiveTopics owner, String topic, String who) {
        // First of all: whatever becomes of it, the seat is free when the connection has gone, also when it has gone already.
        channel.closeFuture().addListener(closed -> giveBack(who));
        if (!channel.isActive()) {
            return;
        }
        OpenSocket open = topics.join(topic, newest -> new OpenSocket(topic, who, newest, socket, channel));
        channel.closeFuture().addListener(closed -> topics.leave(open));
        var inbox = new Inbox(open, (from, message, nanos) -> owners.received(owner, from, message, nanos), threads);
        socket.exceptionHandler(failure -> LOG.debugf("socket on %s: %s", topic, failure.getMessage()));
        socket.frameHandler(inbox::take);
        open.flush();
    }

    private void giveBack(String who) {
        seats.unassign(who);
        seats.free();
    }
}
