package org.leitai.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.UnitId;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;
import org.leitai.web.Signer;

/** Many workers at once, put straight into the database; {@link Workers} makes them one by one as people do. */
@Singleton
public class Crowd {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final int COOKIE_SECONDS = 30 * 86_400;

    private final Sql sql;
    private final Units units;
    private final Signer.Key cookies;
    private final Clock clock;

    Crowd(Sql sql, Units units, Signer signer, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.cookies = signer.key("worker-cookie");
        this.clock = clock;
    }

    /** @param phone a signed-in phone of theirs */
    public record Member(PersonId id, Handset phone) {}

    public Member member() {
        return members(1).getFirst();
    }

    /** Of the first unit that people can belong to. */
    public List<Member> members(int count) {
        return members(count, leaves().getFirst().id());
    }

    public List<Member> members(int count, UnitId unit) {
        int from = NEXT.getAndAdd(count);
        return sql
                .rows(
                        "insert into person (name, phone, unit, code_digest, code_issued_at, registered_at)"
                                + " select '测试' || n, '198' || lpad(n::text, 8, '0'), ?, decode(repeat('00', 32), 'hex'), now(), now()"
                                + " from generate_series(?, ?) n returning id",
                        unit.value(),
                        from,
                        from + count - 1)
                .stream()
                .map(id -> member(Long.parseLong(id)))
                .toList();
    }

    public Member named(String name) {
        Member member = member();
        sql.update("update person set name = ? where id = ?", name, member.id().value());
        return member;
    }

    /** Another phone of the same person. */
    public Handset signIn(PersonId person) {
        long now = clock.instant().getEpochSecond();
        return new Handset(cookies.sign(person.value() + "." + now + "." + (now + COOKIE_SECONDS) + ".0"));
    }

    /** Units at the ends of the tree, in its order. */
    public List<Unit> leaves() {
        List<Unit> all = units.all();
        return all.stream()
                .filter(unit -> all.stream().noneMatch(other -> unit.id().equals(other.parent())))
                .toList();
    }

    private Member member(long id) {
        var person = new PersonId(id);
        return new Member(person, signIn(person));
    }
}
