package org.leitai.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.leitai.contest.Round;
import org.leitai.contest.RulesText;
import org.leitai.leaderboard.Elapsed;
import org.leitai.report.DeskView.WorkerAddress;
import org.leitai.roster.Masking;
import org.leitai.roster.Units;
import org.leitai.staff.Paging;

/** Puts together what the desk of a round shows. */
@ApplicationScoped
class DeskViews {

    static final int BOARD_ROWS = 20;

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Desk desk;
    private final DeskStore store;
    private final ResultStore results;
    private final RulesText rules;
    private final Units units;
    private final ContestTime time;

    DeskViews(Desk desk, DeskStore store, ResultStore results, RulesText rules, Units units, ContestTime time) {
        this.desk = desk;
        this.store = store;
        this.results = results;
        this.rules = rules;
        this.units = units;
        this.time = time;
    }

    /**
     * What a reader asks for.
     *
     * @param page from 1; outside of what there is, the nearest
     * @param search part of a name or end of a phone; null: the board's page
     * @param base of the server's addresses, as the reader's browser knows it
     */
    record Wish(long page, String search, boolean mayAct, URI base, Instant now, Locale locale) {}

    DeskView of(RoundPlace place, Wish wish) {
        Round round = place.round();
        FiguresView figures = desk.figures(round, wish.now(), wish.locale());
        Paging paging = Paging.of(wish.search() == null ? wish.page() : 1, figures.finished(), BOARD_ROWS);
        List<ResultRow> rows = wish.search() == null
                ? results.page(round, paging.offset(), BOARD_ROWS)
                : results.search(round, wish.search(), BOARD_ROWS);
        return new DeskView(
                place.contest().title(),
                place.contest().organizer(),
                round.title(),
                place.path(),
                wish.mayAct(),
                figures,
                rows.stream().map(row -> row(row, wish.mayAct())).toList(),
                paging,
                wish.search(),
                rules.lines(round.sheet(), wish.locale()),
                address(place, wish.base()),
                changes(round));
    }

    /** Where workers take part. */
    static WorkerAddress address(RoundPlace place, URI base) {
        URI url = base.resolve("/c/" + place.contest().code());
        return new WorkerAddress(url.toString(), THIS_MACHINE.contains(url.getHost()));
    }

    List<DeskView.Change> changes(Round round) {
        return store.windowChanges(round.id()).stream()
                .map(change -> new DeskView.Change(
                        time.text(change.closes()), change.author(), change.reason(), time.second(change.at())))
                .toList();
    }

    private DeskView.Row row(ResultRow row, boolean fullNames) {
        return new DeskView.Row(
                row.rank(),
                fullNames ? row.name() : Masking.name(row.name()),
                Masking.phone(row.phone()),
                UnitNames.path(units, row.unit()),
                row.points().toString(),
                Elapsed.text(row.elapsedMillis()),
                time.second(row.finishedAt()),
                row.attempts());
    }
}
