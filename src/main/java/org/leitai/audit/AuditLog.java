package org.leitai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The log of what staff did 审计日志. */
@ApplicationScoped
public class AuditLog {

    /** The actor of what nobody did by hand: the first account, the demo data. */
    public static final String SYSTEM = "system";

    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final AuditStore store;
    private final Clock clock;
    private final ObjectMapper json;
    private final ObjectWriter sortedJson;

    AuditLog(AuditStore store, Clock clock, ObjectMapper json) {
        this.store = store;
        this.clock = clock;
        this.json = json;
        this.sortedJson = json.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Writes one entry in the caller's transaction; without one it fails. Other appends wait until that transaction ends, so
     * append last and commit soon.
     *
     * @param actor a username, or {@link #SYSTEM}
     * @param action dotted and stable, such as {@code bank.item-approved}
     * @param subject to what or whom; may be null. Nothing personal: this log is kept longer than people's data
     * @param reason why, in the actor's words; may be null where none is asked for
     * @param detail what else explains it, such as values before and after; no secrets, no keys of questions
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String actor, String action, String subject, String reason, Map<String, ?> detail) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String detailJson = write(detail);
        store.append((position, previous) ->
                new StoredEntry(position, at, actor, action, orEmpty(subject), orEmpty(reason), detailJson));
    }

    /** Checks every entry from the first to the head: the chain is intact, or where it breaks first. */
    @Transactional
    public ChainState verify() {
        return store.verify();
    }

    /** How many entries there are. */
    public long size() {
        return store.count();
    }

    /** Newest first. */
    public List<AuditEntry> entries(long offset, int size) {
        return store.page(offset, size, this::entry);
    }

    private AuditEntry entry(StoredEntry stored, String hash) {
        return new AuditEntry(
                stored.position(),
                stored.at(),
                stored.actor(),
                stored.action(),
                stored.subject(),
                stored.reason(),
                read(stored.detailJson()),
                hash);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private String write(Map<String, ?> detail) {
        try {
            return sortedJson.writeValueAsString(detail == null ? Map.of() : detail);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the detail cannot be written as JSON", e);
        }
    }

    private Map<String, Object> read(String detailJson) {
        try {
            return json.readValue(detailJson, DETAIL);
        } catch (JsonProcessingException e) {
            // Somebody changed it in the database: the page must still open to say so.
            return Map.of("detail", detailJson);
        }
    }
}
