package org.leitai.contest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The tables of contests as Panache entities; read and written by {@link Contests} only. */
final class ContestRows {

    private ContestRows() {}

    @Entity(name = "ContestRow")
    @Table(name = "contest")
    static class ContestRow extends PanacheEntityBase {
        @Id
        @GeneratedValue(generator = "contest")
        @SequenceGenerator(name = "contest", sequenceName = "contest_seq", allocationSize = 50)
        Long id;

        String code;
        String title;
        String organizer;

        @Column(name = "created_at")
        Instant createdAt;
    }

    @Entity(name = "RoundRow")
    @Table(name = "round")
    static class RoundRow extends PanacheEntityBase {
        @Id
        @GeneratedValue(generator = "round")
        @SequenceGenerator(name = "round", sequenceName = "round_seq", allocationSize = 50)
        Long id;

        @Column(name = "contest_id")
        Long contestId;

        int ordinal;
        String title;

        @Column(name = "opens_at")
        Instant opensAt;

        @Column(name = "closes_at")
        Instant closesAt;
    }

    @Entity(name = "RuleSheetRow")
    @Table(name = "rule_sheet")
    static class RuleSheetRow extends PanacheEntityBase {
        @Id
        @GeneratedValue(generator = "rule_sheet")
        @SequenceGenerator(name = "rule_sheet", sequenceName = "rule_sheet_seq", allocationSize = 50)
        Long id;

        @Column(name = "round_id")
        Long roundId;

        int version;

        @JdbcTypeCode(SqlTypes.JSON)
        String sheet;

        String author;
        String reason;

        @Column(name = "created_at")
        Instant createdAt;
    }

    @Entity(name = "WindowChangeRow")
    @Table(name = "window_change")
    static class WindowChangeRow extends PanacheEntityBase {
        @Id
        @GeneratedValue(generator = "window_change")
        @SequenceGenerator(name = "window_change", sequenceName = "window_change_seq", allocationSize = 50)
        Long id;

        @Column(name = "round_id")
        Long roundId;

        @Column(name = "closes_at")
        Instant closesAt;

        String author;
        String reason;

        @Column(name = "created_at")
        Instant createdAt;
    }
}
