package org.leitai.finals.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.leitai.finals.MatchArchive;

/** Reads a match with its log. */
@ApplicationScoped
class MatchLogs {

    private final MatchArchive archive;
    private final LogStore store;

    MatchLogs(MatchArchive archive, LogStore store) {
        this.archive = archive;
        this.store = store;
    }

    /** Straight from PostgreSQL: another node may own the match. */
    Optional<MatchLog> find(String code) {
        return archive.find(code).map(setUp -> MatchLog.of(setUp, store.entries(setUp.id())));
    }
}
