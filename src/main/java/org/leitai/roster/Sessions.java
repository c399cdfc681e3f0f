package org.leitai.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.kernel.PersonId;

/**
 * Knows which cookies ended early 会话: the epochs of the persons who took a new personal code within the life of a cookie.
 * They are few; every node holds them in memory and learns of the other nodes' within two seconds.
 */
@ApplicationScoped
class Sessions {

    private final RosterStore store;
    private final Clock clock;
    private final Map<PersonId, Integer> epochs = new ConcurrentHashMap<>();

    Sessions(RosterStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    boolean isCurrent(PersonId person, int epoch) {
        return epoch >= epochs.getOrDefault(person, 0);
    }

    void began(PersonId person, int epoch) {
        epochs.merge(person, epoch, Math::max);
    }

    @Startup
    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var oldestCookie = clock.instant().minus(WorkerCookie.LIFETIME);
        QuarkusTransaction.requiringNew()
                .call(() -> store.personsWithNewEpochSince(oldestCookie))
                .forEach(person -> began(person.personId(), person.sessionEpoch));
    }
}
