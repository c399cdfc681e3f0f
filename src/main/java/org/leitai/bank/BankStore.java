package org.leitai.bank;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leitai.bank.format.WrittenItem;
import org.leitai.kernel.ItemVersionId;

/**
 * Where the bank lies.
 *
 * <table>
 * <tr><th>table</th><th>a row is</th><th>lifetime</th><th>writer</th><th>reader</th></tr>
 * <tr><td>bank_load</td><td>a load that changed something</td><td>for ever</td><td>store</td><td>–</td></tr>
 * <tr><td>item_version</td><td>one wording of an item</td><td>for ever</td><td>store</td><td>read, store</td></tr>
 * <tr><td>item_status</td><td>what an item is from a load on</td><td>for ever</td><td>store</td><td>publishedIds, store</td></tr>
 * </table>
 */
@ApplicationScoped
class BankStore implements PanacheRepositoryBase<StoredStatus, Long> {

    /** Loads wait for each other, on whatever node they run. The number is "bank" in ASCII; nothing else locks it. */
    private static final long LOAD_LOCK = 0x62616e6b;

    private static final String IS_LATEST =
            "not exists (select 1 from StoredStatus l where l.code = s.code and l.load.id > s.load.id)";

    @Transactional
    List<ItemVersionId> publishedIds() {
        return getEntityManager()
                .createQuery(
                        "select s.version.id from StoredStatus s where s.status = :status and " + IS_LATEST
                                + " order by s.version.id",
                        Long.class)
                .setParameter("status", ItemStatus.REVIEWED)
                .getResultStream()
                .map(ItemVersionId::new)
                .toList();
    }

    @Transactional
    List<ItemVersion> read(Collection<ItemVersionId> ids) {
        return getEntityManager()
                .createQuery("from StoredVersion v where v.id in :ids", StoredVersion.class)
                .setParameter("ids", ids.stream().map(ItemVersionId::value).toList())
                .getResultStream()
                .map(StoredVersion::toItemVersion)
                .toList();
    }

    /** Makes the bank consist of these items; all or nothing. */
    @Transactional
    LoadReport store(List<WrittenItem> items, Instant now) {
        lockOutOtherLoads();
        Reload reload = new Reload(latest(), now);
        items.forEach(reload::take);
        reload.retireTheRest();
        persist(reload);
        return reload.report();
    }

    private void lockOutOtherLoads() {
        getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .setParameter("lock", LOAD_LOCK)
                .getSingleResult();
    }

    private Map<String, StoredStatus> latest() {
        return find("from StoredStatus s join fetch s.version where " + IS_LATEST).stream()
                .collect(Collectors.toMap(status -> status.code, Function.identity()));
    }

    /** One kind after the other, so that each goes out in batches. */
    private void persist(Reload reload) {
        if (reload.statuses().isEmpty()) {
            return;
        }
        getEntityManager().persist(reload.load());
        reload.versions().forEach(getEntityManager()::persist);
        persist(reload.statuses().stream());
    }
}
