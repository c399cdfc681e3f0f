package org.leitai.finals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.seat.SeatAck;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.kernel.Refusal;
import org.leitai.live.NodeCalls;
import org.leitai.live.NodeCalls.Answer;
import org.leitai.live.NodeService;

/**
 * What is said to a match, wherever it is run: here, or handed to the node that runs it and back 转交. A console and a seat may be connected to
 * any node.
 *
 * <p>What was handed over counts from when it reached the owner, by the owner's clocks: one clock orders all presses and times all answers.
 * The way between the nodes is ours and not the team's, so all of it is added to what the measurement cannot tell apart.
 *
 * <p>When the owner does not answer, the caller is told; nothing is kept for later, for a press that comes after the race would be unjust.
 */
@ApplicationScoped
public class OwnerCalls implements NodeService {

    /** The way to a node that was never measured; as much as lag compensation would ever give. */
    private static final long UNMEASURED_NANOS = Duration.ofMillis(50).toNanos();

    /** The owner may have changed a moment ago. */
    private static final int TRIES = 2;

    /**
     * To the owner; one of {@code command}, {@code desk}, {@code said} and {@code ready} is set.
     *
     * @param version that the command was made for; negative: for any
     * @param kind of what was said or is ready, by the name of its record
     */
    private record Order(
            String match,
            String author,
            long version,
            CommandBody command,
            DeskBody desk,
            String kind,
            ObjectNode said,
            ObjectNode ready) {}

    /**
     * From the owner.
     *
     * @param outcome {@code done}, {@code refused}, {@code conflict}, {@code elsewhere} or {@code heard}
     * @param code of the refusal
     * @param status of the refusal
     * @param ack null: the device hears nothing
     */
    private record Reply(String outcome, long version, String code, int status, SeatAck ack) {

        static final Reply ELSEWHERE = new Reply("elsewhere", 0, null, 0, null);

        /** The log does not answer, so that nobody can be elected. */
        static final Reply UNAVAILABLE =
                new Reply("refused", 0, FinalRefusal.UNAVAILABLE.code(), FinalRefusal.UNAVAILABLE.status(), null);
    }

    /** A refusal of the owner, with everything that people see of it. */
    private record Relayed(String code, int status) implements Refusal {}

    private final Matches matches;
    private final DeskWork desk;
    private final NodeCalls calls;
    private final ObjectMapper json;

    OwnerCalls(Matches matches, DeskWork desk, NodeCalls calls, ObjectMapper json) {
        this.matches = matches;
        this.desk = desk;
        this.calls = calls;
        this.json = json;
    }

    CommandResult command(MatchRoom room, CommandBody body, long version, String author, Instant now) {
        CommandResult here = room.command(body, version, author, now);
        if (!(here instanceof CommandResult.Elsewhere)) {
            return here;
        }
        var order = new Order(room.match().code(), author, version, body, null, null, null, null);
        Reply reply = handOver(room, order, () -> reply(room.command(body, version, author, now)));
        return result(room, reply);
    }

    /**
     * A command that is ready made, such as a jump to an earlier event.
     *
     * @param version that it was made for; negative: for any
     */
    CommandResult perform(MatchRoom room, MatchCommand command, long version, String author, Instant now) {
        CommandResult here = performHere(room, command, version, author, now);
        if (!(here instanceof CommandResult.Elsewhere)) {
            return here;
        }
        String kind = command.getClass().getSimpleName();
        var order = new Order(room.match().code(), author, version, null, null, kind, null, json.valueToTree(command));
        return result(room, handOver(room, order, () -> reply(performHere(room, command, version, author, now))));
    }

    private static CommandResult performHere(
            MatchRoom room, MatchCommand command, long version, String author, Instant now) {
        return version < 0 ? room.act(command, author, now) : room.perform(command, version, author, now);
    }

    /**
     * Writes into the log of the match that its sealed questions are open.
     *
     * @return why not
     */
    public Optional<Refusal> packOpened(String code, String hash, List<String> by, String author, Instant now) {
        MatchRoom room = matches.room(code).orElseThrow();
        return switch (perform(room, new MatchCommand.OpenPack(hash, by), -1, author, now)) {
            case CommandResult.Done done -> Optional.empty();
            case CommandResult.Refused refused -> Optional.of(refused.refusal());
            case CommandResult.Conflict conflict -> Optional.of(FinalRefusal.CONFLICT);
            case CommandResult.Elsewhere elsewhere -> Optional.of(FinalRefusal.ELSEWHERE);
        };
    }

    private static CommandResult result(MatchRoom room, Reply reply) {
        return switch (reply.outcome()) {
            case "done" -> new CommandResult.Done(reply.version());
            case "conflict" -> new CommandResult.Conflict(reply.version());
            case "refused" ->
                new CommandResult.Refused(
                        new Relayed(reply.code(), reply.status()),
                        Math.max(reply.version(), room.state().version()));
            default -> new CommandResult.Elsewhere();
        };
    }

    /** What the host does at the desk of the seats. @return empty: it is done */
    Optional<Refusal> desk(MatchRoom room, DeskBody body, String author, Instant now) {
        if (room.owns()) {
            return desk.refusal(room, body, author, now);
        }
        var order = new Order(room.match().code(), author, 0, null, body, null, null, null);
        Reply reply = handOver(room, order, () -> reply(desk, room, body, author, now));
        return switch (reply.outcome()) {
            case "done" -> Optional.empty();
            case "refused" -> Optional.of(new Relayed(reply.code(), reply.status()));
            default -> Optional.of(FinalRefusal.ELSEWHERE);
        };
    }

    /** @return what the device hears of it; empty: nothing */
    Optional<SeatAck> said(MatchRoom room, SeatMessage message, Instant now) {
        Optional<SeatAck> here = room.said(message, now);
        if (!isElsewhere(here)) {
            return here;
        }
        var order = new Order(
                room.match().code(),
                null,
                0,
                null,
                null,
                message.getClass().getSimpleName(),
                json.valueToTree(message),
                null);
        Reply reply = handOver(room, order, () -> reply(room.said(message, now)));
        return switch (reply.outcome()) {
            case "heard" -> Optional.ofNullable(reply.ack());
            case "refused" -> Optional.of(SeatAck.refused(message.number(), reply.code()));
            default -> here;
        };
    }

    @Override
    public String name() {
        return "finals";
    }

    /** As the owner, or not any more. */
    @Override
    public String answer(String question, long nanos) {
        Order order = read(question, Order.class);
        Instant arrived = matches.now().minusNanos(System.nanoTime() - nanos);
        Reply reply = matches.room(order.match())
                .map(room -> answer(room, order, arrived, nanos))
                .orElse(Reply.ELSEWHERE);
        return matches.json(reply);
    }

    private Reply answer(MatchRoom room, Order order, Instant arrived, long nanos) {
        if (order.command() != null) {
            return reply(room.command(order.command(), order.version(), order.author(), arrived));
        }
        if (order.ready() != null) {
            return reply(performHere(room, command(order), order.version(), order.author(), arrived));
        }
        return order.desk() != null
                ? reply(desk, room, order.desk(), order.author(), arrived)
                : reply(room.said(message(order, nanos), arrived));
    }

    private static Reply reply(DeskWork desk, MatchRoom room, DeskBody body, String author, Instant now) {
        return room.owns()
                ? desk.refusal(room, body, author, now)
                        .map(refusal -> new Reply("refused", 0, refusal.code(), refusal.status(), null))
                        .orElse(new Reply("done", 0, null, 0, null))
                : Reply.ELSEWHERE;
    }

    private interface Here {
        Reply tried();
    }

    /** {@link Reply#ELSEWHERE} when the owner did not answer; then nobody knows whether it has done it. */
    private Reply handOver(MatchRoom room, Order order, Here here) {
        for (int i = 0; i < TRIES; i++) {
            if ((room.otherOwner().isEmpty() || i > 0) && room.tryToRun()) {
                return here.tried();
            }
            if (room.otherOwner().isEmpty()) {
                return Reply.UNAVAILABLE;
            }
            Reply reply = ask(room.otherOwner().get(), order).orElse(null);
            if (reply == null) {
                return Reply.ELSEWHERE;
            }
            if (!reply.outcome().equals(Reply.ELSEWHERE.outcome())) {
                room.expect(reply.version());
                return reply;
            }
        }
        return Reply.ELSEWHERE;
    }

    /** Empty: it may have been done. */
    private Optional<Reply> ask(String owner, Order order) {
        return switch (calls.ask(owner, name(), matches.json(withTheWay(order, owner)))) {
            case Answer.Said(String text) -> Optional.of(read(text, Reply.class));
            case Answer.NotReached notReached -> Optional.of(Reply.ELSEWHERE);
            case Answer.Silent silent -> Optional.empty();
        };
    }

    private Order withTheWay(Order order, String owner) {
        if (order.said() == null) {
            return order;
        }
        Optional<NodeCalls.Hop> hop = calls.hop(owner);
        ObjectNode said = order.said().deepCopy();
        ObjectNode from = said.withObject("/from");
        long roundTripNanos = from.get("roundTripNanos").longValue();
        if (roundTripNanos >= 0) {
            long way = hop.map(NodeCalls.Hop::shortestNanos).orElse(0L);
            from.put("roundTripNanos", roundTripNanos + way);
        }
        from.put(
                "uncertaintyNanos",
                Math.max(0, from.get("uncertaintyNanos").longValue())
                        + hop.map(NodeCalls.Hop::longestNanos).orElse(UNMEASURED_NANOS));
        return new Order(order.match(), order.author(), order.version(), null, null, order.kind(), said, null);
    }

    /** @param nanos on this node's clock, which orders them all */
    private SeatMessage message(Order order, long nanos) {
        ObjectNode said = order.said();
        said.withObject("/from").put("nanos", nanos);
        return read(said.toString(), kind(SeatMessage.class, order.kind()));
    }

    private MatchCommand command(Order order) {
        return read(order.ready().toString(), kind(MatchCommand.class, order.kind()));
    }

    private static <T> Class<? extends T> kind(Class<T> sealed, String name) {
        return Stream.of(sealed.getPermittedSubclasses())
                .filter(permitted -> permitted.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a newer version says " + name))
                .asSubclass(sealed);
    }

    private static Reply reply(CommandResult result) {
        return switch (result) {
            case CommandResult.Done(long version) -> new Reply("done", version, null, 0, null);
            case CommandResult.Conflict(long version) -> new Reply("conflict", version, null, 0, null);
            case CommandResult.Refused(Refusal refusal, long version) ->
                new Reply("refused", version, refusal.code(), refusal.status(), null);
            case CommandResult.Elsewhere elsewhere -> Reply.ELSEWHERE;
        };
    }

    private static Reply reply(Optional<SeatAck> ack) {
        return isElsewhere(ack) ? Reply.ELSEWHERE : new Reply("heard", 0, null, 0, ack.orElse(null));
    }

    private static boolean isElsewhere(Optional<SeatAck> ack) {
        return ack.map(SeatAck::code)
                .filter(FinalRefusal.ELSEWHERE.code()::equals)
                .isPresent();
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
