package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.finals.MatchStore.AppendResult.Appended;
import org.leitai.finals.MatchStore.AppendResult.Conflict;
import org.leitai.finals.MatchStore.AppendResult.Fenced;
import org.leitai.finals.MatchStore.StoredEvent;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MatchStoreTest {

    private static final Instant AT = Instant.parse("2026-11-22T09:30:00.123Z");
    private static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    MatchStore store;

    @Inject
    TestFinals finals;

    @Inject
    Sql sql;

    private MatchId match;

    @BeforeEach
    void aMatch() {
        match = store.find(finals.make()).orElseThrow().id();
    }

    @Test
    void eventsAreReadAsTheyWereAppended() {
        long token = own();
        assertThat(append(0, token, "{\"a\":1}", "{\"b\":2}")).isEqualTo(new Appended(2));
        assertThat(store.events(match, 0))
                .containsExactly(
                        new StoredEvent(1, "host", AT, "{\"a\":1}"), new StoredEvent(2, "host", AT, "{\"b\":2}"));
        assertThat(store.events(match, 1)).hasSize(1);
    }

    @Test
    void ofTwoAppendsToTheSameVersionTheSecondIsRefusedWhole() {
        long token = own();
        append(0, token, "{}");
        assertThat(append(0, token, "{}", "{}")).isEqualTo(new Conflict(1));
        assertThat(store.events(match, 0)).hasSize(1);
    }

    @Test
    @DisplayName("FN11 a node that was overtaken is fenced off, whatever it still believes")
    void aStaleTokenIsRefused() {
        long stale = store.takeOver(match, "sleeper", Duration.ofMillis(1)).orElseThrow();
        long fresh = await().atMost(Duration.ofSeconds(5))
                .until(() -> store.takeOver(match, "successor", LONG), OptionalLong::isPresent)
                .orElseThrow();
        assertThat(fresh).isGreaterThan(stale);
        assertThat(append(0, stale, "{}")).isEqualTo(new Fenced());
        assertThat(store.renew(match, stale, LONG)).isFalse();
        assertThat(append(0, fresh, "{}")).isEqualTo(new Appended(1));
    }

    @Test
    void nobodyTakesOverWhileALeaseRuns() {
        own();
        assertThat(store.takeOver(match, "other", LONG)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void whoHoldsItMayTakeItAgainAndFencesItsEarlierSelfOff() {
        long first = own();
        assertThat(own()).isGreaterThan(first);
        assertThat(append(0, first, "{}")).isEqualTo(new Fenced());
        assertThat(store.owner(match)).contains("test");
    }

    @Test
    void whatIsGivenUpIsFreeAtOnce() {
        store.giveUp(match, own());
        assertThat(store.takeOver(match, "other", LONG)).isPresent();
    }

    @Test
    void theLogRefusesChanges() {
        append(0, own(), "{}");
        assertThatThrownBy(() -> sql.update("update match_event set payload = '[]' where match_id = ?", match.value()))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void aForgedEventBreaksTheChain() {
        append(0, own(), "{\"a\":1}", "{\"b\":2}");
        assertThat(store.isIntact(match)).isTrue();
        sql.update("insert into match_event (match_id, version, author, at, payload, previous_hash, hash)"
                + " select match_id, 3, author, at, '{\"c\":3}', hash, hash from match_event where match_id = "
                + match.value() + " and version = 2");
        assertThat(store.isIntact(match)).isFalse();
    }

    private long own() {
        return store.takeOver(match, "test", LONG).orElseThrow();
    }

    private MatchStore.AppendResult append(long expected, long token, String... payloads) {
        return store.append(match, expected, token, "host", AT, List.of(payloads));
    }
}
