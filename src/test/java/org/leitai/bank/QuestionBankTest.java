package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leitai.bank.format.BankFolder;
import org.leitai.bank.format.WrittenItem;
import org.leitai.web.Texts;

/** The items of {@code question-bank/} themselves, by the rules of its README. Editors run this one test. */
class QuestionBankTest {

    private static final Pattern BANNED = Pattern.compile("以上(都|均|全)|[A-H](和|与|、)[A-H]|全都对|都不对");
    private static final Pattern LETTER_OF_OPTION = Pattern.compile("选项?[A-H]|[A-H]项");

    private static final Path FOLDER = Path.of("question-bank");
    private static final BankFolder.Reading BANK = BankFolder.read(FOLDER);

    @Test
    void filesHaveNoFault() {
        var texts = new Texts();
        assertThat(BANK.faults().stream()
                        .map(fault -> fault.place() + ": "
                                + texts.of(
                                        Texts.CHINESE,
                                        fault.code(),
                                        fault.arguments().toArray())))
                .isEmpty();
    }

    @Test
    void exampleOfTheReadmeIsAValidFile(@TempDir Path folder) throws IOException {
        String readme = Files.readString(FOLDER.resolve("README.md"));
        String example = readme.substring(readme.indexOf("```yaml\n") + "```yaml\n".length());
        Files.writeString(folder.resolve("example.yaml"), example.substring(0, example.indexOf("```")));
        assertThat(BankFolder.read(folder).faults()).isEmpty();
        assertThat(BankFolder.read(folder).items())
                .extracting(WrittenItem::type)
                .containsExactly(ItemType.values());
    }

    @Test
    void schemaHasTheFieldsAndTypesOfTheReader() throws IOException {
        JsonNode item = new ObjectMapper()
                .readTree(FOLDER.resolve("item.schema.json").toFile())
                .at("/$defs/item/properties");
        List<String> fields = new ArrayList<>();
        item.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactly(
                        "id",
                        "type",
                        "stem",
                        "options",
                        "key",
                        "blanks",
                        "explanation",
                        "source",
                        "difficulty",
                        "topics",
                        "facts",
                        "state");
        assertThat(item.at("/type/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(ItemType.values()).map(ItemType::code).toList());
    }

    @Test
    void bankIsLargeEnough() {
        assertThat(BANK.items()).hasSizeGreaterThanOrEqualTo(400);
    }

    @Test
    void everyTopicOfTheContestIsThere() {
        assertThat(BANK.items().stream().map(item -> item.topics().getFirst()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "工会法", "工会章程", "劳动法律", "新就业形态与新规", "工运史", "精神与讲话", "十八大精神", "三中全会与二十大", "江苏盐城");
    }

    @Test
    void everyTypeIsThereInEveryTopic() {
        Map<String, List<ItemType>> types = BANK.items().stream()
                .collect(Collectors.groupingBy(
                        item -> item.topics().getFirst(), Collectors.mapping(WrittenItem::type, Collectors.toList())));
        assertThat(types).allSatisfy((topic, found) -> assertThat(found).contains(ItemType.values()));
    }

    @Test
    void everyItemIsReviewed() {
        assertThat(places(item -> !item.reviewed())).isEmpty();
    }

    @Test
    void rightOptionsOfSinglesAreSpreadOverAllPositions() {
        List<Integer> positions = singles().map(QuestionBankTest::rightOption).toList();
        Map<Integer, Long> counts =
                positions.stream().collect(Collectors.groupingBy(position -> position, Collectors.counting()));
        assertThat(counts.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count * 100.0 / positions.size())
                .isBetween(20.0, 30.0));
    }

    @Test
    void rightAndWrongStatementsAreInBalance() {
        List<Boolean> truths = BANK.items().stream()
                .filter(item -> item.type() == ItemType.TRUE_FALSE)
                .map(item -> ((AnswerKey.Truth) item.key()).value())
                .toList();
        long right = truths.stream().filter(truth -> truth).count();
        assertThat(right * 100.0 / truths.size()).isBetween(40.0, 60.0);
    }

    @Test
    void rightOptionIsSeldomTheLongest() {
        long longest =
                singles().filter(QuestionBankTest::isRightUniquelyLongest).count();
        assertThat(longest * 3).isLessThanOrEqualTo(singles().count());
    }

    @Test
    void singlesHaveFourOptions() {
        assertThat(places(
                        item -> item.type() == ItemType.SINGLE && item.options().size() != 4))
                .isEmpty();
    }

    @Test
    void noBannedPhraseIsUsed() {
        assertThat(places(item -> Stream.concat(Stream.of(item.stem()), item.options().stream())
                        .anyMatch(text -> BANNED.matcher(text).find())))
                .isEmpty();
    }

    @Test
    void explanationsNameNoLetterBecauseOptionsAreShuffled() {
        assertThat(places(item -> LETTER_OF_OPTION.matcher(item.explanation()).find()))
                .isEmpty();
    }

    @Test
    void noStemIsAskedTwice() {
        Map<String, List<String>> places = BANK.items().stream()
                .collect(Collectors.groupingBy(
                        WrittenItem::stem, Collectors.mapping(WrittenItem::place, Collectors.toList())));
        assertThat(places.values().stream().filter(same -> same.size() > 1)).isEmpty();
    }

    private static List<String> places(Predicate<WrittenItem> wrong) {
        return BANK.items().stream()
                .filter(wrong)
                .map(item -> item.place() + " " + item.code())
                .toList();
    }

    private static Stream<WrittenItem> singles() {
        return BANK.items().stream().filter(item -> item.type() == ItemType.SINGLE);
    }

    private static int rightOption(WrittenItem single) {
        return ((AnswerKey.Choice) single.key()).right().getFirst();
    }

    private static boolean isRightUniquelyLongest(WrittenItem single) {
        String right = single.options().get(rightOption(single));
        int[] lengths = single.options().stream()
                .map(String::length)
                .sorted(Comparator.reverseOrder())
                .mapToInt(Integer::intValue)
                .toArray();
        return right.length() == lengths[0]
                && Arrays.stream(lengths).filter(length -> length == lengths[0]).count() == 1;
    }
}
