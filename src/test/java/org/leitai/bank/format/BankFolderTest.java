package org.leitai.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Fault;
import org.leitai.bank.ItemType;
import org.leitai.bank.Source;
import org.leitai.web.Texts;

/** Every fault with the exact place at which it is reported. */
class BankFolderTest {

    /** One item of each type. Lines are counted from 1, so id is in line 3. */
    private static final String GOOD = """
            topic: 工会法
            items:
              - id: ghf-001
                type: single
                stem: 中国工会是（　）领导的。
                options: [中国共产党, 全国总工会, 全国人大, 各级政府]
                key: A
                explanation: 《工会法》第二条。
                source: { document: 工会法（2021年修正）, article: 第二条, date: "2021-12-24" }
                difficulty: 1
                topics: [工会法, 性质]
                facts: [GHF-004]
                state: reviewed
              - id: ghf-002
                type: multiple
                stem: 工会的职责包括（　）。
                options: [维护职工合法权益, 竭诚服务职工群众, 批准企业设立]
                key: AB
                explanation: 《工会法》第六条。
                source: { document: 工会法（2021年修正） }
                difficulty: 5
                topics: [工会法]
                state: draft
              - id: ghf-003
                type: true-false
                stem: 工会必须遵守和维护宪法。
                key: true
                explanation: 《工会法》第四条。
                source: { document: 工会法（2021年修正）, date: "2021" }
                difficulty: 2
                topics: [工会法]
                state: reviewed
              - id: ghf-004
                type: fill-in
                stem: 未成年工是年满____周岁未满____周岁的劳动者。
                blanks:
                  - [十六, "16"]
                  - [十八, "18"]
                explanation: 《劳动法》第五十八条。
                source: { document: 劳动法, date: "2018-12" }
                difficulty: 3
                topics: [工会法]
                state: reviewed
            """;

    @TempDir
    private Path folder;

    @Test
    void itemOfEachTypeIsReadAsWritten() throws IOException {
        write("law.yaml", GOOD);
        List<WrittenItem> items = read().items();
        assertThat(read().faults()).isEmpty();
        assertThat(items.getFirst())
                .isEqualTo(new WrittenItem(
                        "law.yaml:3",
                        "ghf-001",
                        ItemType.SINGLE,
                        "中国工会是（　）领导的。",
                        List.of("中国共产党", "全国总工会", "全国人大", "各级政府"),
                        new AnswerKey.Choice(new TreeSet<>(List.of(0))),
                        "《工会法》第二条。",
                        new Source("工会法（2021年修正）", "第二条", "2021-12-24"),
                        1,
                        List.of("工会法", "性质"),
                        List.of("GHF-004"),
                        true));
        assertThat(items.get(1).key()).isEqualTo(new AnswerKey.Choice(new TreeSet<>(List.of(0, 1))));
        assertThat(items.get(1).source()).isEqualTo(new Source("工会法（2021年修正）", null, null));
        assertThat(items.get(1).reviewed()).isFalse();
        assertThat(items.get(2).key()).isEqualTo(new AnswerKey.Truth(true));
        assertThat(items.get(3).key())
                .isEqualTo(new AnswerKey.Blanks(List.of(List.of("十六", "16"), List.of("十八", "18"))));
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreReadOver() throws IOException {
        write("law.yaml", "\uFEFF" + GOOD.replace("\n", "\r\n"));
        assertThat(read().faults()).isEmpty();
        assertThat(read().items()).hasSize(4);
    }

    @Nested
    class InAnItem {

        @Test
        void unknownFieldIsNamed() throws IOException {
            assertFault("    difficulty: 1\n", "    difficulty: 1\n    hint: 无\n", "law.yaml:11 unknown-field hint");
        }

        @Test
        void fieldOfAnotherTypeIsUnknown() throws IOException {
            assertFault("    key: true\n", "    key: true\n    options: [对, 错]\n", "law.yaml:28 unknown-field options");
        }

        @Test
        void missingFieldIsReportedAtTheItem() throws IOException {
            assertFault("    difficulty: 1\n", "", "law.yaml:3 missing-field difficulty");
        }

        @Test
        void fieldWithoutValueIsReportedAtTheField() throws IOException {
            assertFault("difficulty: 1\n", "difficulty:\n", "law.yaml:10 missing-field difficulty");
        }

        @Test
        void fieldWrittenTwiceNamesBothLines() throws IOException {
            assertFault(
                    "    difficulty: 1\n",
                    "    difficulty: 1\n    difficulty: 2\n",
                    "law.yaml:11 duplicate-field difficulty 10");
        }

        @Test
        void idThatIsTakenInTheFileNamesBothPlaces() throws IOException {
            assertFault("id: ghf-003", "id: ghf-001", "law.yaml:24 duplicate-id ghf-001 law.yaml:3");
        }

        @Test
        void idOutsideThePatternIsRefused() throws IOException {
            assertFault("id: ghf-003", "id: GHF-3", "law.yaml:24 bad-id GHF-3");
        }

        @Test
        void unknownTypeIsTheOnlyFault() throws IOException {
            assertFault("type: fill-in", "type: essay", "law.yaml:34 bad-type essay");
        }

        @Test
        void emptyStemIsRefused() throws IOException {
            assertFault("stem: 中国工会是（　）领导的。", "stem: \"　 \"", "law.yaml:5 empty-text stem");
        }

        @Test
        void stemOf121CharactersIsTooLong() throws IOException {
            assertFault("中国工会是（　）领导的。", "工".repeat(121), "law.yaml:5 too-long stem 121 120");
        }

        @Test
        void stemOf120CharactersIsAccepted() throws IOException {
            write("law.yaml", GOOD.replace("中国工会是（　）领导的。", "工".repeat(118) + "𠮷𠮷"));
            assertThat(read().faults()).isEmpty();
        }

        @Test
        void numberWithoutQuotesIsNotAText() throws IOException {
            assertFault("全国人大, 各级政府", "全国人大, 1995", "law.yaml:6 not-text options");
        }

        @Test
        void difficultyOutside1To5IsRefused() throws IOException {
            assertFault("difficulty: 5", "difficulty: 6", "law.yaml:21 bad-number difficulty 1 5");
        }

        @Test
        void difficultyInQuotesIsRefused() throws IOException {
            assertFault("difficulty: 5", "difficulty: \"5\"", "law.yaml:21 bad-number difficulty 1 5");
        }

        @Test
        void dateThatIsNoneIsRefused() throws IOException {
            assertFault("2021-12-24", "2021-02-29", "law.yaml:9 bad-date 2021-02-29");
        }

        @Test
        void dateWithoutQuotesIsNotAText() throws IOException {
            assertFault("\"2021-12-24\"", "2021-12-24", "law.yaml:9 not-text date");
        }

        @Test
        void firstTopicMustBeTheTopicOfTheFile() throws IOException {
            assertFault("topics: [工会法, 性质]", "topics: [性质, 工会法]", "law.yaml:11 wrong-topic 性质 工会法");
        }

        @Test
        void unknownStateIsRefused() throws IOException {
            assertFault("state: draft", "state: done", "law.yaml:23 bad-state done");
        }

        @Test
        void sourceThatIsATextIsNotAMapping() throws IOException {
            assertFault("{ document: 工会法（2021年修正） }", "工会法", "law.yaml:20 not-a-mapping document, article, date");
        }

        @Test
        void emptyListOfTopicsIsRefused() throws IOException {
            assertFault("topics: [工会法, 性质]", "topics: []", "law.yaml:11 empty-list topics");
        }

        @Test
        void topicsThatAreATextAreNotAList() throws IOException {
            assertFault("topics: [工会法, 性质]", "topics: 工会法", "law.yaml:11 not-a-list topics");
        }
    }

    @Nested
    class InAnAnswer {

        @Test
        void keyOutsideTheOptionsIsRefused() throws IOException {
            assertFault("key: A\n", "key: E\n", "law.yaml:7 key-outside E D");
        }

        @Test
        void missingKeyIsReportedAtTheItem() throws IOException {
            assertFault("    key: A\n", "", "law.yaml:3 missing-field key");
        }

        @Test
        void keyThatIsNoLetterIsRefused() throws IOException {
            assertFault("key: A\n", "key: a\n", "law.yaml:7 bad-key a");
        }

        @Test
        void lettersOutOfOrderAreRefused() throws IOException {
            assertFault("key: AB", "key: BA", "law.yaml:18 bad-key BA");
        }

        @Test
        void singleWithTwoKeysIsRefused() throws IOException {
            assertFault("key: A\n", "key: AC\n", "law.yaml:7 single-key AC");
        }

        @Test
        void multipleWithOneKeyIsRefused() throws IOException {
            assertFault("key: AB", "key: B", "law.yaml:18 multiple-key B");
        }

        @Test
        void equalOptionsAreNamed() throws IOException {
            assertFault("全国人大, 各级政府", "全国人大, 中国 共产党", "law.yaml:6 equal-options A D");
        }

        @Test
        void optionsThatDifferOnlyInWidthAreEqual() throws IOException {
            assertFault("全国总工会, 全国人大", "\"10％\", \"10%\"", "law.yaml:6 equal-options B C");
        }

        @Test
        void noOptionAtAllIsRefused() throws IOException {
            assertFault("[中国共产党, 全国总工会, 全国人大, 各级政府]", "[]", "law.yaml:6 empty-list options");
        }

        @Test
        void oneOptionIsTooFew() throws IOException {
            assertFault("[中国共产党, 全国总工会, 全国人大, 各级政府]", "[中国共产党]", "law.yaml:6 option-count 1 2 8");
        }

        @Test
        void nineOptionsAreTooMany() throws IOException {
            assertFault("[中国共产党, 全国总工会, 全国人大, 各级政府]", "[甲, 乙, 丙, 丁, 戊, 己, 庚, 辛, 壬]", "law.yaml:6 option-count 9 2 8");
        }

        @Test
        void truthInQuotesIsNotABoolean() throws IOException {
            assertFault("key: true", "key: \"true\"", "law.yaml:27 truth-key");
        }

        @Test
        void yesIsNotABoolean() throws IOException {
            assertFault("key: true", "key: yes", "law.yaml:27 truth-key");
        }

        @Test
        void everyGapNeedsItsAnswers() throws IOException {
            assertFault("      - [十八, \"18\"]\n", "", "law.yaml:37 blank-count 2 1");
        }

        @Test
        void gapOfThreeUnderscoresIsRefused() throws IOException {
            assertFault("未满____周岁", "未满___周岁", "law.yaml:35 bad-gap 3");
        }

        @Test
        void gapWithoutAnyAnswerIsRefused() throws IOException {
            assertFault("- [十八, \"18\"]", "- []", "law.yaml:38 empty-list blanks");
        }
    }

    @Nested
    class InAFile {

        @Test
        void brokenYamlNamesTheLine() throws IOException {
            write("law.yaml", GOOD.replace("全国人大, 各级政府]", "全国人大, 各级政府"));
            assertThat(faults()).singleElement().asString().startsWith("law.yaml:7 broken-yaml");
        }

        @Test
        void secondDocumentIsBrokenYaml() throws IOException {
            write("law.yaml", GOOD + "---\ntopic: 甲\n");
            assertThat(faults()).singleElement().asString().startsWith("law.yaml:44 broken-yaml");
        }

        @Test
        void fileWithoutContentIsRefused() throws IOException {
            assertFaultIn("# nothing\n", "law.yaml:1 empty-file");
        }

        @Test
        void fileThatIsAListIsRefused() throws IOException {
            assertFaultIn("- id: ghf-001\n", "law.yaml:1 not-a-mapping topic, items");
        }

        @Test
        void fileWithoutItemsIsRefused() throws IOException {
            assertFaultIn("topic: 工会法\nitems: []\n", "law.yaml:2 empty-list items");
        }

        @Test
        void fileWithoutTopicIsRefused() throws IOException {
            assertFault("topic: 工会法\n", "", "law.yaml:1 missing-field topic");
        }

        @Test
        void aliasesAreRefused() throws IOException {
            assertFault("topics: [工会法, 性质]", "topics: &t [工会法, 性质]", "law.yaml:11 alias");
        }

        @Test
        void bombOfAliasesIsRefusedAtItsFirstAnchor() throws IOException {
            var bomb = new StringBuilder("a0: &a0 [x, x]\n");
            for (int i = 1; i < 40; i++) {
                bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
            }
            assertFaultIn(bomb.toString(), "law.yaml:1 alias");
        }

        @Test
        void hundredThousandBracketsAreRefused() throws IOException {
            assertFaultIn("topic: 工会法\nitems: " + "[".repeat(100_000), "law.yaml:2 too-deep");
        }

        @Test
        void tagNamesNoClass() throws IOException {
            assertFault(
                    "stem: 工会必须遵守和维护宪法。",
                    "stem: !!java.io.File [x]",
                    "law.yaml:26 broken-yaml Global tag is not allowed");
        }

        @Test
        void gbkIsNotUtf8() throws IOException {
            Files.write(folder.resolve("law.yaml"), ("# ascii\n" + GOOD).getBytes(Charset.forName("GBK")));
            assertThat(faults()).containsExactly("law.yaml:2 not-utf8");
        }

        @Test
        void controlCharacterIsNamed() throws IOException {
            assertFault("工会必须", "工会\u0007必须", "law.yaml:26 control-character 7");
        }

        @Test
        void fileOverTwoMegabytesIsRefused() throws IOException {
            assertFaultIn(GOOD + "#".repeat(FileText.MAX_BYTES), "law.yaml too-large 2");
        }
    }

    @Nested
    class InAFolder {

        @Test
        void idThatIsTakenInAnotherFileNamesBothPlaces() throws IOException {
            write("a.yaml", GOOD);
            write("b.yaml", "# copy\n" + GOOD.substring(0, GOOD.indexOf("  - id: ghf-002")));
            assertThat(faults()).containsExactly("b.yaml:4 duplicate-id ghf-001 a.yaml:3");
        }

        @Test
        void folderWithoutFilesIsAFaultAndNotAnEmptyBank() throws IOException {
            Files.writeString(folder.resolve("README.md"), "x");
            assertThat(faults()).containsExactly(folder + " no-files");
        }

        @Test
        void missingFolderIsAFault() {
            assertThat(BankFolder.read(folder.resolve("nowhere")).faults())
                    .singleElement()
                    .extracting(Fault::code)
                    .isEqualTo("bank.fault.unreadable");
        }

        @Test
        void allFaultsOfAllFilesAreFoundAtOnce() throws IOException {
            write("a.yaml", GOOD.replace("key: A\n", "key: E\n").replace("state: draft", "state: done"));
            write("b.yaml", "topic: [\n");
            write("c.yaml", GOOD.replace("ghf-", "x-").replace("difficulty: 3", "difficulty: 0"));
            assertThat(faults()).hasSize(4);
            assertThat(read().faults().stream().map(Fault::place))
                    .containsExactly("a.yaml:7", "a.yaml:23", "b.yaml:2", "c.yaml:41");
        }
    }

    @Test
    void everyFaultHasATextInBothLanguages() throws IOException {
        String source = Files.readString(Path.of("src/main/resources/messages/texts.properties"));
        var texts = new Texts();
        List<String> keys = source.lines()
                .filter(line -> line.startsWith("bank.fault."))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(keys).allSatisfy(key -> assertThat(texts.of(Locale.ENGLISH, key, "1", "2", "3"))
                .isNotEqualTo(texts.of(Texts.CHINESE, key, "1", "2", "3"))
                .doesNotContain("{1}"));
    }

    private void assertFault(String part, String replacement, String fault) throws IOException {
        assertThat(GOOD).containsOnlyOnce(part);
        assertFaultIn(GOOD.replace(part, replacement), fault);
    }

    private void assertFaultIn(String text, String fault) throws IOException {
        write("law.yaml", text);
        assertThat(faults()).singleElement().asString().startsWith(fault);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    private BankFolder.Reading read() {
        return BankFolder.read(folder);
    }

    /** "file:line code arguments", and each has a text. */
    private List<String> faults() {
        var texts = new Texts();
        List<Fault> faults = read().faults();
        assertThat(faults).allMatch(fault -> texts.has(fault.code()));
        return faults.stream()
                .map(fault -> String.join(
                        " ",
                        fault.place(),
                        fault.code().substring("bank.fault.".length()),
                        String.join(" ", fault.arguments())))
                .map(String::strip)
                .toList();
    }
}
