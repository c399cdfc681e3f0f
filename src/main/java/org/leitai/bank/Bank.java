package org.leitai.bank;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.bank.format.BankFolder;
import org.leitai.kernel.ItemVersionId;

/** All items with all their versions 题库. */
@ApplicationScoped
public class Bank {

    private final BankStore store;
    private final Clock clock;
    /** A version never changes, so one that was read is never read again. */
    private final Map<ItemVersionId, ItemVersion> known = new ConcurrentHashMap<>();

    Bank(BankStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The newest version of each item that is reviewed and not retired, ordered by id. */
    public List<ItemVersion> published() {
        List<ItemVersionId> ids = store.publishedIds();
        Map<ItemVersionId, ItemVersion> versions = versions(ids);
        return ids.stream().map(versions::get).toList();
    }

    /** Any versions, old and retired ones too; an unknown id is missing from the map. */
    public Map<ItemVersionId, ItemVersion> versions(Collection<ItemVersionId> ids) {
        Set<ItemVersionId> unread = new HashSet<>(ids);
        unread.removeAll(known.keySet());
        if (!unread.isEmpty()) {
            store.read(unread).forEach(version -> known.put(version.id(), version));
        }
        Map<ItemVersionId, ItemVersion> found = new HashMap<>();
        ids.stream().filter(known::containsKey).forEach(id -> found.put(id, known.get(id)));
        return found;
    }

    /**
     * Makes the bank say what the folder's {@code *.yaml} files say: all of it, or, when there is any fault, nothing. What has
     * left the files is retired, what has changed becomes a new version.
     */
    public LoadReport load(Path folder) {
        BankFolder.Reading reading = BankFolder.read(folder);
        return reading.faults().isEmpty()
                ? store.store(reading.items(), clock.instant())
                : LoadReport.refused(reading.faults());
    }
}
