package org.leitai.leaderboard;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leitai.contest.RankingKey;
import org.leitai.contest.Round;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;
import org.leitai.roster.Units;

/**
 * Boards in Redis; derived, may be wiped at any moment. {r} is the round, g the generation: a rebuilt board is a new one, put in
 * force by one write.
 *
 * <pre>
 * lb:{r}:ready      string  "g|run id of Redis"; missing: the board is being rebuilt   no expiry   keeper          everybody
 * lb:{r}:building   string  lease of the node that rebuilds                            30 s        keeper          keeper
 * lb:{r}:g:rank     zset    see RankKey                                                no expiry   place.lua       pages, rank.lua
 * lb:{r}:g:m:N      hash    person mod 256 → revision|unit|score|member, persons 256 N no expiry   place.lua       place.lua
 * lb:{r}:g:units    hash    unit:points and unit:people                                no expiry   place.lua       unit board
 * </pre>
 *
 * The small hashes are what Redis packs tightly (below 512 fields): a member costs about 120 bytes in all.
 */
@ApplicationScoped
class BoardStore {

    private static final int BUCKET_BITS = 8;
    private static final int BUILDING_MILLIS = 30_000;

    private final Redis redis;
    private final Units units;
    private final RedisScript place;
    private final RedisScript rank;
    private final RedisScript lease;

    BoardStore(Redis redis, Units units) {
        this.redis = redis;
        this.units = units;
        this.place = new RedisScript(redis, "lua/place.lua");
        this.rank = new RedisScript(redis, "lua/rank.lua");
        this.lease = new RedisScript(redis, "lua/lease.lua");
    }

    /** A board in force. */
    record Board(Round round, String generation, String ready) {

        String key(String name) {
            return key(round.id(), generation, name);
        }

        static String key(RoundId round, String generation, String name) {
            return "lb:{" + round.value() + "}:" + generation + ":" + name;
        }
    }

    record Place(int rank, long people, long betterByPoints, long better) {}

    record Row(PersonId person, long score, String member) {}

    record UnitTotal(UnitId unit, long people, long pointsHundredths) {}

    /** Empty: none is in force, it has to be rebuilt. */
    Optional<Board> inForce(Round round) {
        Response ready = redis.sendAndAwait(Request.cmd(Command.GET).arg(readyKey(round.id())));
        return Optional.ofNullable(ready)
                .map(Response::toString)
                .map(value -> new Board(round, value.substring(0, value.indexOf('|')), value));
    }

    /** True when Redis has restarted since the board was built and may have lost its last second. */
    boolean outlived(Board board, String runId) {
        return !board.ready().endsWith("|" + runId);
    }

    /** Identifies one run of the Redis process. */
    String runId() {
        String info =
                redis.sendAndAwait(Request.cmd(Command.INFO).arg("server")).toString();
        return info.lines()
                .filter(line -> line.startsWith("run_id:"))
                .map(line -> line.substring("run_id:".length()).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** @return false when another board came into force meanwhile; nothing of the rest was placed then */
    boolean place(Board board, List<Standing> standings) {
        return placeAll(board, board.ready(), standings).stream().noneMatch(reply -> reply.toInteger() < 0);
    }

    /** Out of force at once; until the next one is, every node keeps its work. */
    void withdraw(Round round) {
        redis.sendAndAwait(Request.cmd(Command.DEL).arg(readyKey(round.id())));
    }

    boolean leaseBuilding(Round round, String node) {
        return redis.sendAndAwait(Request.cmd(Command.SET)
                        .arg(buildingKey(round))
                        .arg(node)
                        .arg("NX")
                        .arg("PX")
                        .arg(BUILDING_MILLIS))
                != null;
    }

    /** @return false when another node has it by now */
    boolean keepBuilding(Round round, String node) {
        return lease(round, node, BUILDING_MILLIS);
    }

    void releaseBuilding(Round round, String node) {
        lease(round, node, 0);
    }

    private boolean lease(Round round, String node, int millis) {
        return lease.run(List.of(buildingKey(round)), List.of(node, Integer.toString(millis)))
                        .toInteger()
                == 1;
    }

    private static String buildingKey(Round round) {
        return "lb:{" + round.id().value() + "}:building";
    }

    Board draft(Round round, String generation, String runId) {
        return new Board(round, generation, generation + "|" + runId);
    }

    void placeInDraft(Board draft, List<Standing> standings) {
        placeAll(draft, "", standings);
    }

    void putInForce(Board draft) {
        redis.sendAndAwait(
                Request.cmd(Command.SET).arg(readyKey(draft.round().id())).arg(draft.ready()));
    }

    /** Forgets every board of the round but this one. */
    void discardOthers(Board inForce) {
        String prefix = "lb:{" + inForce.round().id().value() + "}:";
        String cursor = "0";
        do {
            Response page = redis.sendAndAwait(Request.cmd(Command.SCAN)
                    .arg(cursor)
                    .arg("MATCH")
                    .arg(prefix + "*")
                    .arg("COUNT")
                    .arg(1000));
            cursor = page.get(0).toString();
            for (Response key : page.get(1)) {
                discardIfOld(key.toString(), prefix, inForce);
            }
        } while (!cursor.equals("0"));
    }

    Optional<Place> rankOf(Board board, PersonId person, Tally tally) {
        List<RankingKey> ranking = board.round().sheet().ranking();
        RankKey key = RankKey.of(ranking, person, tally);
        Response reply = rank.run(
                List.of(board.key("rank")),
                List.of(
                        key.member(),
                        Integer.toString(key.tie().length()),
                        Long.toString(RankKey.score(tally.points(), 0))));
        return Optional.ofNullable(reply)
                .map(place -> new Place(
                        place.get(0).toInteger(),
                        place.get(1).toLong(),
                        place.get(2).toLong(),
                        place.get(3).toLong()));
    }

    /**
     * A stretch of the board.
     *
     * @param from position of the first row, 0-based
     * @param firstRank of the first row
     */
    record Stretch(List<Row> rows, long from, int firstRank, long people) {}

    long people(Board board) {
        return redis.sendAndAwait(Request.cmd(Command.ZCARD).arg(board.key("rank")))
                .toLong();
    }

    /** @param page 1-based; clamped to what there is */
    Stretch page(Board board, int page, int rowsPerPage) {
        long people = people(board);
        long last = Math.max(1, Math.ceilDiv(people, rowsPerPage));
        long from = (Math.clamp(page, 1, last) - 1) * rowsPerPage;
        List<Row> rows = rows(board, from, rowsPerPage);
        int firstRank =
                rows.stream().findFirst().flatMap(row -> rankOf(board, row)).orElse((int) from + 1);
        return new Stretch(rows, from, firstRank, people);
    }

    private List<Row> rows(Board board, long from, int count) {
        Response reply = redis.sendAndAwait(Request.cmd(Command.ZRANGE)
                .arg(board.key("rank"))
                .arg(from)
                .arg(from + count - 1)
                .arg("WITHSCORES"));
        var rows = new ArrayList<Row>();
        for (Response pair : reply) {
            String member = pair.get(0).toString();
            rows.add(new Row(RankKey.person(member), pair.get(1).toLong(), member));
        }
        return rows;
    }

    /** The rank of a row by its key alone, ties shared; empty when the row has moved since it was read. */
    private Optional<Integer> rankOf(Board board, Row row) {
        int tie = RankKey.tieLength(board.round().sheet().ranking());
        Response reply = rank.run(
                List.of(board.key("rank")), List.of(row.member(), Integer.toString(tie), Long.toString(row.score())));
        return Optional.ofNullable(reply).map(place -> place.get(0).toInteger());
    }

    List<UnitTotal> unitTotals(Board board) {
        Response reply = redis.sendAndAwait(Request.cmd(Command.HGETALL).arg(board.key("units")));
        var people = new HashMap<Long, Long>();
        var points = new HashMap<Long, Long>();
        for (String field : Set.copyOf(reply.getKeys())) {
            long unit = Long.parseLong(field.substring(0, field.indexOf(':')));
            Map<Long, Long> target = field.endsWith(":people") ? people : points;
            target.put(unit, reply.get(field).toLong());
        }
        return people.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new UnitTotal(
                        new UnitId(entry.getKey()), entry.getValue(), points.getOrDefault(entry.getKey(), 0L)))
                .toList();
    }

    private List<Response> placeAll(Board board, String expected, List<Standing> standings) {
        return place.runAll(standings.stream()
                .map(standing -> call(board, expected, standing))
                .toList());
    }

    private RedisScript.Call call(Board board, String expected, Standing standing) {
        var sheet = board.round().sheet();
        long person = standing.person().value();
        RankKey key = RankKey.of(sheet.ranking(), standing.person(), standing.tally());
        UnitId competing = units.ancestorAt(standing.unit(), sheet.unitBoard().depth());
        return new RedisScript.Call(
                List.of(
                        readyKey(board.round().id()),
                        board.key("rank"),
                        board.key("m:" + (person >> BUCKET_BITS)),
                        board.key("units")),
                List.of(
                        expected,
                        Long.toString(person & (1 << BUCKET_BITS) - 1),
                        Long.toString(standing.revision()),
                        Long.toString(competing.value()),
                        Long.toString(key.score()),
                        key.member(),
                        Long.toString(standing.tally().points().hundredths()),
                        Long.toString(RankKey.LARGEST_POINTS)));
    }

    private void discardIfOld(String key, String prefix, Board inForce) {
        String rest = key.substring(prefix.length());
        boolean ofABoard = rest.contains(":");
        if (ofABoard && !rest.startsWith(inForce.generation() + ":")) {
            redis.sendAndAwait(Request.cmd(Command.UNLINK).arg(key));
        }
    }

    private static String readyKey(RoundId round) {
        return "lb:{" + round.value() + "}:ready";
    }
}
