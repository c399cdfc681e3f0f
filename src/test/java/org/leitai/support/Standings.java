package org.leitai.support;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;

/** Results of people, put straight into the tables as the end of an attempt does, and the board that SQL makes of them. */
@Singleton
public class Standings {

    private static final String KEYS = "order by points_hundredths desc, elapsed_millis, finished_at";

    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    /** As it is after a crash behind the commit: Redis has not heard of it. */
    public void write(Round round, PersonId person, long points, long elapsedMillis, Instant finishedAt) {
        sql.update(
                "with s as (insert into standing values (?, ?, 1, 1, ?, ?, ?, 1) on conflict (round_id, person_id) do update"
                        + " set points_hundredths = excluded.points_hundredths, elapsed_millis = excluded.elapsed_millis,"
                        + " finished_at = excluded.finished_at, revision = standing.revision + 1 returning round_id, person_id)"
                        + " insert into board_outbox (round_id, person_id) select round_id, person_id from s",
                round.id().value(),
                person.value(),
                points * 100,
                elapsedMillis,
                OffsetDateTime.ofInstant(finishedAt, ZoneOffset.UTC));
    }

    /** The same news once more. */
    public void announceAgain(Round round) {
        sql.update(
                "insert into board_outbox (round_id, person_id) select round_id, person_id from standing where round_id = ?",
                round.id().value());
    }

    public void forgetNews(Round round) {
        sql.update("delete from board_outbox where round_id = ?", round.id().value());
    }

    public long unheard() {
        return sql.number("select count(*) from board_outbox");
    }

    /** The oracle: {@code rank|person|points in hundredths|milliseconds}, in the order of the board. */
    public List<String> board(Round round) {
        return sql.rows(
                "select rank() over (" + KEYS
                        + "), person_id, points_hundredths, elapsed_millis from standing where round_id = ? " + KEYS
                        + ", person_id",
                round.id().value());
    }

    /** The oracle: {@code unit at that depth|people|points in hundredths}, by unit. */
    public List<String> units(Round round) {
        return sql.rows(
                "with recursive up as (select id, id as unit, 0 as above from unit union all"
                        + " select u.id, p.id, above + 1 from up u join unit c on c.id = u.unit join unit p on p.id = c.parent),"
                        + " district as (select id, (array_agg(unit order by above desc))[least(2, count(*))] as unit from up group by id)"
                        + " select d.unit, count(*), sum(points_hundredths) from standing s join person p on p.id = s.person_id"
                        + " join district d on d.id = p.unit where round_id = ? group by d.unit order by d.unit",
                round.id().value());
    }
}
