package org.leitai.contest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.leitai.bank.Bank;
import org.leitai.bank.ItemVersion;
import org.leitai.contest.ContestRows.ContestRow;
import org.leitai.contest.ContestRows.RoundRow;
import org.leitai.contest.ContestRows.RuleSheetRow;
import org.leitai.contest.Contests.NewContest;
import org.leitai.kernel.ContestId;
import org.leitai.kernel.ItemVersionId;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.TimeWindow;
import org.leitai.web.LeitaiConfig;

/**
 * Tables of contests.
 *
 * <pre>
 * contest           one row a contest              never changed
 * round             one row a round                opens_at, closes_at follow rule_sheet and window_change
 * rule_sheet        one row a version              append-only
 * rule_sheet_item   the frozen pool of a version   append-only
 * window_change     one row a change of the end    append-only
 * contest_revision  one number                     grows with each of the above
 * </pre>
 */
@ApplicationScoped
class ContestStore {

    private final EntityManager entities;
    private final Bank bank;
    private final RuleSheetFormat format;

    ContestStore(EntityManager entities, Bank bank, LeitaiConfig config) {
        this.entities = entities;
        this.bank = bank;
        this.format = new RuleSheetFormat(config.zone());
    }

    @Transactional
    long revision() {
        return ((Number) entities.createNativeQuery("select value from contest_revision")
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    List<Contest> contests() {
        List<RoundRow> rounds = RoundRow.listAll();
        List<RuleSheetRow> sheets = RuleSheetRow.listAll();
        return ContestRow.<ContestRow>listAll().stream()
                .sorted(Comparator.comparing((ContestRow row) -> row.id).reversed())
                .map(row -> new Contest(
                        new ContestId(row.id), row.code, row.title, row.organizer, roundsOf(row, rounds, sheets)))
                .toList();
    }

    @Transactional
    Pool pool(long ruleSheetId) {
        List<ItemVersionId> ids = entities.createNativeQuery(
                        "select item_version_id from rule_sheet_item where rule_sheet_id = ?1 order by position",
                        Long.class)
                .setParameter(1, ruleSheetId)
                .getResultStream()
                .map(id -> new ItemVersionId(((Number) id).longValue()))
                .toList();
        Map<ItemVersionId, ItemVersion> versions = bank.versions(ids);
        RuleSheetRow row = RuleSheetRow.findById(ruleSheetId);
        return new Pool(
                ruleSheetId,
                format.fromJson(row.sheet),
                ids.stream().map(versions::get).toList());
    }

    void insert(NewContest contest, List<ItemVersion> items, String author, Instant now) {
        var row = new ContestRow();
        row.code = contest.code();
        row.title = contest.title();
        row.organizer = contest.organizer();
        row.createdAt = now;
        row.persist();
        for (int i = 0; i < contest.rounds().size(); i++) {
            var round = new RoundRow();
            round.contestId = row.id;
            round.ordinal = i + 1;
            round.title = contest.rounds().get(i).title();
            RuleSheet sheet = contest.rounds().get(i).sheet();
            round.opensAt = sheet.window().opens();
            round.closesAt = sheet.window().closes();
            round.persist();
            insertSheet(round, sheet, 1, items, author, contest.title(), now);
        }
    }

    void insertSheet(
            RoundRow round,
            RuleSheet sheet,
            int version,
            List<ItemVersion> items,
            String author,
            String reason,
            Instant now) {
        var row = new RuleSheetRow();
        row.roundId = round.id;
        row.version = version;
        row.sheet = format.toJson(sheet);
        row.author = author;
        row.reason = reason;
        row.createdAt = now;
        row.persist();
        round.opensAt = sheet.window().opens();
        round.closesAt = sheet.window().closes();
        entities.flush();
        entities.createNativeQuery("insert into rule_sheet_item (rule_sheet_id, position, item_version_id)"
                        + " select ?1, n, id from unnest(cast(?2 as bigint[])) with ordinality as item(id, n)")
                .setParameter(1, row.id)
                .setParameter(
                        2, items.stream().mapToLong(item -> item.id().value()).toArray())
                .executeUpdate();
        touch();
    }

    RoundRow lock(RoundId id) {
        return RoundRow.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    void touch() {
        entities.createNativeQuery("update contest_revision set value = value + 1")
                .executeUpdate();
    }

    private List<Round> roundsOf(ContestRow contest, List<RoundRow> rounds, List<RuleSheetRow> sheets) {
        return rounds.stream()
                .filter(round -> round.contestId.equals(contest.id))
                .sorted(Comparator.comparing(round -> round.ordinal))
                .map(round -> round(contest, round, newest(round, sheets)))
                .toList();
    }

    private Round round(ContestRow contest, RoundRow round, RuleSheetRow sheet) {
        return new Round(
                new RoundId(round.id),
                contest.code,
                round.ordinal,
                round.title,
                sheet.id,
                format.fromJson(sheet.sheet),
                new TimeWindow(round.opensAt, round.closesAt));
    }

    private static RuleSheetRow newest(RoundRow round, List<RuleSheetRow> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.roundId.equals(round.id))
                .max(Comparator.comparing(sheet -> sheet.version))
                .orElseThrow();
    }
}
