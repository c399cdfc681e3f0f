package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.kernel.ItemVersionId;
import org.leitai.support.RealServers;

@QuarkusTest
@TestProfile(BankStoreTest.EmptyBank.class)
@QuarkusTestResource(value = RealServers.class, restrictToAnnotatedClass = true)
class BankStoreTest {

    /** Servers of its own, so that the items of other tests are not retired. */
    public static class EmptyBank implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("leitai.question-bank", "");
        }
    }

    private static final String ITEM = """
              - id: %s
                type: single
                stem: %s
                options: [甲, 乙, 丙, 丁]
                key: B
                explanation: 解析。
                source: { document: 文件, date: "2021" }
                difficulty: 1
                topics: [工会法]
                state: %s
            """;

    private static final String OTHER_TYPES = """
              - id: t-101
                type: true-false
                stem: 判断。
                key: false
                explanation: 解析。
                source: { document: 文件, article: 第一条 }
                difficulty: 5
                topics: [工会法, 性质]
                facts: [F-1]
                state: reviewed
              - id: t-102
                type: fill-in
                stem: 填____和____。
                blanks: [[十六, "16"], [十八]]
                explanation: 解析。
                source: { document: 文件 }
                difficulty: 5
                topics: [工会法]
                state: reviewed
              - id: t-103
                type: multiple
                stem: 多选。
                options: [甲, 乙, 丙]
                key: AC
                explanation: 解析。
                source: { document: 文件 }
                difficulty: 5
                topics: [工会法]
                state: reviewed
            """;

    @Inject
    Bank bank;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate bank_load, item_version, item_status cascade");
    }

    @Test
    void firstLoadAddsEveryItem() throws IOException {
        write(item("t-001", "一"), item("t-002", "二"));
        assertThat(load()).isEqualTo(new LoadReport(2, 0, 0, 0, List.of()));
        assertThat(bank.published()).extracting(ItemVersion::code).containsExactly("t-001", "t-002");
        assertThat(bank.published()).isSortedAccordingTo((a, b) -> Long.compare(a.id().value(), b.id().value()));
    }

    @Test
    void whatIsReadBackIsWhatTheFileSays() throws IOException {
        write(item("t-001", "一"), OTHER_TYPES);
        load();
        Map<String, ItemVersion> items =
                bank.published().stream().collect(Collectors.toMap(ItemVersion::code, item -> item));
        assertThat(items.get("t-001").options()).containsExactly("甲", "乙", "丙", "丁");
        assertThat(items.get("t-001").source()).isEqualTo(new Source("文件", null, "2021"));
        assertThat(items.get("t-101").key()).isEqualTo(new AnswerKey.Truth(false));
        assertThat(items.get("t-101").topics()).containsExactly("工会法", "性质");
        assertThat(items.get("t-101").topic()).isEqualTo("工会法");
        assertThat(items.get("t-101").facts()).containsExactly("F-1");
        assertThat(items.get("t-102").key())
                .isEqualTo(new AnswerKey.Blanks(List.of(List.of("十六", "16"), List.of("十八"))));
        assertThat(items.get("t-102").blankCount()).isEqualTo(2);
        assertThat(items.get("t-103").key()).isEqualTo(new AnswerKey.Choice(new java.util.TreeSet<>(List.of(0, 2))));
    }

    @Test
    void secondLoadOfTheSameFilesStoresNothing() throws IOException, SQLException {
        write(item("t-001", "一"), OTHER_TYPES);
        load();
        assertThat(load()).isEqualTo(new LoadReport(0, 0, 0, 4, List.of()));
        assertThat(count("bank_load")).isEqualTo(1);
    }

    @Test
    void changedItemGetsANewVersionAndTheOldOneStaysReadable() throws IOException, SQLException {
        write(item("t-001", "一"), item("t-002", "二"));
        load();
        ItemVersion old = bank.published().getFirst();
        write(item("t-001", "一，改"), item("t-002", "二"));
        assertThat(load()).isEqualTo(new LoadReport(0, 1, 0, 1, List.of()));
        ItemVersion changed = bank.published().stream()
                .filter(item -> item.code().equals("t-001"))
                .findFirst()
                .orElseThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.stem()).isEqualTo("一，改");
        assertThat(bank.published()).hasSize(2);
        assertThat(bank.versions(List.of(old.id()))).isEqualTo(Map.of(old.id(), old));
        assertThat(count("item_version where replaces = " + old.id().value())).isEqualTo(1);
    }

    @Test
    void itemThatLeavesTheFilesIsRetiredAndComesBackAsTheSameVersion() throws IOException {
        write(item("t-001", "一"), item("t-002", "二"));
        load();
        ItemVersion first = bank.published().getFirst();
        write(item("t-002", "二"));
        assertThat(load()).isEqualTo(new LoadReport(0, 0, 1, 1, List.of()));
        assertThat(bank.published()).extracting(ItemVersion::code).containsExactly("t-002");
        assertThat(bank.versions(List.of(first.id()))).containsKey(first.id());
        assertThat(load()).isEqualTo(new LoadReport(0, 0, 0, 1, List.of()));
        write(item("t-001", "一"), item("t-002", "二"));
        assertThat(load()).isEqualTo(new LoadReport(1, 0, 0, 1, List.of()));
        assertThat(bank.published()).contains(first);
    }

    @Test
    void changeThatIsTakenBackIsAThirdVersion() throws IOException {
        for (String stem : List.of("一", "二", "一")) {
            write(item("t-001", stem));
            load();
        }
        assertThat(bank.published())
                .singleElement()
                .extracting(ItemVersion::version)
                .isEqualTo(3);
    }

    @Test
    void draftIsKeptButNotPublishedUntilItIsReviewed() throws IOException {
        write(ITEM.formatted("t-001", "一", "draft"));
        assertThat(load()).isEqualTo(new LoadReport(1, 0, 0, 0, List.of()));
        assertThat(bank.published()).isEmpty();
        write(item("t-001", "一"));
        assertThat(load()).isEqualTo(new LoadReport(0, 1, 0, 0, List.of()));
        assertThat(bank.published())
                .singleElement()
                .extracting(ItemVersion::version)
                .isEqualTo(1);
    }

    @Test
    void itemWhoseNewestWordingIsADraftIsNotPublished() throws IOException {
        write(item("t-001", "一"));
        load();
        write(ITEM.formatted("t-001", "一，改", "draft"));
        load();
        assertThat(bank.published()).isEmpty();
    }

    /** Case IM6. */
    @Test
    void faultInTheLastItemKeepsAllOthersOut() throws IOException, SQLException {
        write(item("t-001", "一"));
        load();
        write(item("t-001", "一，改"), item("t-002", "二"), ITEM.formatted("t-003", "三", "finished"));
        LoadReport report = load();
        assertThat(report.faults()).extracting(Fault::place).containsExactly("law.yaml:32");
        assertThat(report).isEqualTo(LoadReport.refused(report.faults()));
        assertThat(bank.published()).extracting(ItemVersion::stem).containsExactly("一");
        assertThat(count("item_version")).isEqualTo(1);
    }

    @Test
    void failureOfTheDatabaseInTheMiddleStoresNothing() throws IOException, SQLException {
        write(item("t-001", "一"), item("t-002", "二"));
        execute("alter table item_status add constraint no_second check (code <> 't-002')");
        try {
            assertThatThrownBy(this::load).isInstanceOf(RuntimeException.class);
        } finally {
            execute("alter table item_status drop constraint no_second");
        }
        assertThat(count("item_version")).isZero();
        assertThat(count("bank_load")).isZero();
    }

    /** Case IM7. */
    @Test
    void loadsAtTheSameTimeWaitForEachOther() throws Exception {
        write(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> item("t-%03d".formatted(i), "题" + i))
                .toArray(String[]::new));
        int nodes = 4;
        var together = new CyclicBarrier(nodes);
        Callable<LoadReport> node = () -> {
            together.await();
            return load();
        };
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            int added = 0;
            for (var report : threads.invokeAll(
                    IntStream.range(0, nodes).mapToObj(i -> node).toList())) {
                added += report.get().added();
            }
            assertThat(added).isEqualTo(200);
        }
        assertThat(count("item_version")).isEqualTo(200);
        assertThat(count("bank_load")).isEqualTo(1);
    }

    @Test
    void rowsCannotBeChangedOrDeleted() throws IOException {
        write(item("t-001", "一"));
        load();
        for (String table : List.of("bank_load", "item_version", "item_status")) {
            assertThatThrownBy(() -> execute("delete from " + table)).hasMessageContaining("never changed or deleted");
            assertThatThrownBy(() -> execute("update " + table + " set id = id"))
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void unknownIdIsMissingFromTheAnswer() {
        assertThat(bank.versions(List.of(new ItemVersionId(-1)))).isEmpty();
    }

    private LoadReport load() {
        return bank.load(folder);
    }

    private static String item(String id, String stem) {
        return ITEM.formatted(id, stem, "reviewed");
    }

    private void write(String... items) throws IOException {
        Files.writeString(folder.resolve("law.yaml"), "topic: 工会法\nitems:\n" + String.join("", items));
    }

    private long count(String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
