package org.leitai.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leitai.bank.format.WrittenItem;

/** What a load has to write so that the bank says what the files say. Writes nothing itself. */
final class Reload {

    /** Code → what the item is now; what the files have is taken out, what remains has left them. */
    private final Map<String, StoredStatus> before;

    private final BankLoad load;
    private final List<StoredVersion> versions = new ArrayList<>();
    private final List<StoredStatus> statuses = new ArrayList<>();
    private int added;
    private int changed;
    private int retired;
    private int unchanged;

    Reload(Map<String, StoredStatus> before, Instant now) {
        this.before = new HashMap<>(before);
        this.load = new BankLoad(now);
    }

    void take(WrittenItem item) {
        StoredStatus was = before.remove(item.code());
        StoredVersion version = versionFor(item, was == null ? null : was.version);
        ItemStatus status = ItemStatus.of(item.reviewed());
        if (was == null || was.status == ItemStatus.RETIRED) {
            added++;
        } else if (was.version != version || was.status != status) {
            changed++;
        } else {
            unchanged++;
            return;
        }
        statuses.add(new StoredStatus(version, status, load));
    }

    private StoredVersion versionFor(WrittenItem item, StoredVersion newest) {
        String hash = ContentHash.of(item);
        if (newest != null && newest.contentHash.equals(hash)) {
            return newest;
        }
        var version = new StoredVersion(item, hash, newest, load);
        versions.add(version);
        return version;
    }

    /** To be called after all items were taken. */
    void retireTheRest() {
        before.values().stream()
                .filter(was -> was.status != ItemStatus.RETIRED)
                .map(was -> new StoredStatus(was.version, ItemStatus.RETIRED, load))
                .forEach(status -> {
                    statuses.add(status);
                    retired++;
                });
    }

    BankLoad load() {
        return load;
    }

    List<StoredVersion> versions() {
        return versions;
    }

    List<StoredStatus> statuses() {
        return statuses;
    }

    LoadReport report() {
        return new LoadReport(added, changed, retired, unchanged, List.of());
    }
}
