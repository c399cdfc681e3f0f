package org.leitai.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.leitai.kernel.UnitId;

/**
 * The federation's tree 单位. Held in memory by every node: boards ask for it with every row. A change on one node reaches the
 * others within five seconds.
 */
@ApplicationScoped
public class Units {

    private final RosterStore store;
    private volatile UnitTree tree = UnitTree.EMPTY;

    Units(RosterStore store) {
        this.store = store;
    }

    /** Tree order: a unit, then all below it, siblings as they were loaded. */
    public List<Unit> all() {
        return tree.inOrder();
    }

    public Optional<Unit> find(UnitId id) {
        return tree.find(id);
    }

    /** How many work there: its own headcount, or the sum of the units below it where it has none; 0 when nobody knows. */
    public int employees(UnitId id) {
        return tree.employees(id);
    }

    /**
     * The unit above at that depth, the federation having 0; the unit itself when it does not lie that deep.
     *
     * @throws NoSuchElementException for an unknown unit
     */
    public UnitId ancestorAt(UnitId id, int depth) {
        List<UnitId> path = find(id).orElseThrow().path();
        return path.get(Math.min(depth, path.size() - 1));
    }

    /** Adds what is missing and corrects headcounts; units are known by their path of names. The same list twice changes nothing. */
    public void load(List<UnitRow> rows) {
        QuarkusTransaction.joiningExisting().run(() -> store.load(rows));
        refresh();
    }

    /** Whether a person may belong to it: only the units at the ends of the tree. */
    boolean isLeaf(UnitId id) {
        return tree.isLeaf(id);
    }

    @Startup
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        tree = QuarkusTransaction.joiningExisting().call(() -> store.unitsSince(tree));
    }
}
