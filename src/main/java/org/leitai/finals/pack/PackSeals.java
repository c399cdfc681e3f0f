package org.leitai.finals.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.leitai.finals.StoredMatch;
import org.leitai.web.LeitaiConfig;

/** What everybody may know of the pack of a match, for pages of finals. */
@ApplicationScoped
public class PackSeals {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final PackStore store;
    private final LeitaiConfig config;

    PackSeals(PackStore store, LeitaiConfig config) {
        this.store = store;
        this.config = config;
    }

    /**
     * The seal of a pack 封签.
     *
     * @param state {@code draft}, {@code approved}, {@code sealed} or {@code opened}
     * @param hash SHA-256 of the salted plain text, hexadecimal digits in groups of eight; null: not sealed
     * @param sealedAt in the zone of the contest, to the minute; null: not sealed
     * @param openedAt likewise
     */
    public record Seal(String state, String hash, String sealedAt, String openedAt) {}

    public Seal of(StoredMatch match) {
        PackRow row = store.find(match.id()).orElseGet(() -> PackRow.untouched(match.createdBy()));
        return new Seal(
                PackPictures.state(row),
                row.hash() == null ? null : PackPictures.grouped(row.hashHex()),
                time(row.sealedAt()),
                time(row.openedAt()));
    }

    private String time(Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(config.zone()));
    }
}
