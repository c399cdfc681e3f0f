package org.leitai.finals.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.leitai.bank.ItemVersion;
import org.leitai.finals.MatchQuestion;
import org.leitai.finals.MatchQuestions;
import org.leitai.finals.StoredMatch;
import org.leitai.finals.stage.QuestionText;
import org.leitai.staff.Accounts;
import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;
import org.leitai.web.LeitaiConfig;

/** Makes of a pack what its pages show. */
@ApplicationScoped
class PackPictures {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int HASH_GROUP = 8;
    private static final int MOST_PICKS = 20;

    private final Packs packs;
    private final Openings openings;
    private final BankPick bank;
    private final MatchQuestions questions;
    private final Accounts accounts;
    private final LeitaiConfig config;

    PackPictures(
            Packs packs,
            Openings openings,
            BankPick bank,
            MatchQuestions questions,
            Accounts accounts,
            LeitaiConfig config) {
        this.packs = packs;
        this.openings = openings;
        this.bank = bank;
        this.questions = questions;
        this.accounts = accounts;
        this.config = config;
    }

    /** @param reserve title of the reserve */
    PackViews.Desk desk(
            StoredMatch match,
            StaffMember reader,
            PackForm.Place place,
            PackForm.Search search,
            PackForm form,
            Map<String, String> faults,
            String reserve) {
        PackRow row = packs.state(match);
        PackNeeds needs = packs.needs(match);
        Arrangement arrangement = packs.arrangement(match);
        SortedMap<String, String> names = accounts.names();
        List<PackViews.Part> parts = needs.places().stream()
                .map(PackForm.Place::new)
                .map(one -> new PackViews.Part(
                        one.name(),
                        title(needs, one, reserve),
                        arrangement.of(one.segment()).size(),
                        needs.of(one.segment()),
                        arrangement.missing(needs, one.segment()),
                        one.equals(place)))
                .toList();
        return new PackViews.Desk(
                match.code(),
                match.title(),
                state(row),
                row.revision(),
                may(row, reader),
                parts.stream().mapToInt(PackViews.Part::missing).sum(),
                arrangement.questions().size(),
                name(names, row.approvedBy()),
                row.hash() == null ? null : seal(match, row, names),
                parts,
                row.closed() ? null : shown(arrangement, place, search, title(needs, place, reserve)),
                names.entrySet().stream()
                        .map(entry -> new PackViews.Person(entry.getKey(), entry.getValue()))
                        .toList(),
                questions.topics(),
                form,
                faults);
    }

    private static PackViews.May may(PackRow row, StaffMember reader) {
        boolean edits = reader.is(Roles.EDITOR) || reader.is(Roles.ORGANIZER);
        boolean draft = row.status() == PackRow.Status.DRAFT;
        boolean reads = draft && (reader.is(Roles.REVIEWER) || reader.is(Roles.ORGANIZER));
        boolean own = row.editors().contains(reader.username());
        return new PackViews.May(
                edits && !row.closed(),
                reads && !own,
                reads && own,
                row.status() == PackRow.Status.APPROVED && reader.is(Roles.ORGANIZER),
                row.status() == PackRow.Status.SEALED && reader.is(Roles.ORGANIZER));
    }

    private PackViews.Shown shown(Arrangement arrangement, PackForm.Place place, PackForm.Search search, String title) {
        List<Arrangement.Numbered> own = arrangement.of(place.segment());
        List<QuestionText> texts =
                questions.texts(own.stream().map(Arrangement.Numbered::question).toList());
        var rows = new ArrayList<PackViews.Row>();
        for (int i = 0; i < own.size(); i++) {
            QuestionText text = texts.get(i);
            rows.add(new PackViews.Row(
                    own.get(i).ordinal(),
                    i + 1,
                    text.stem(),
                    text.options(),
                    text.key(),
                    text.explanation(),
                    text.source(),
                    text.note(),
                    i == 0,
                    i == own.size() - 1));
        }
        BankPick.Rule rule = search.rule();
        List<ItemVersion> found = search.asks() ? bank.find(rule, arrangement) : List.of();
        return new PackViews.Shown(
                place.name(),
                title,
                rows,
                new PackViews.Search(
                        rule.words(), rule.topic(), rule.type(), rule.minDifficulty(), rule.maxDifficulty()),
                search.asks() ? found.stream().limit(MOST_PICKS).map(this::pick).toList() : null,
                found.size());
    }

    private PackViews.Pick pick(ItemVersion item) {
        QuestionText text =
                questions.texts(List.of(new MatchQuestion.FromBank(item.id()))).getFirst();
        return new PackViews.Pick(
                item.id().value(),
                text.stem(),
                String.join("　", text.options()),
                item.type().code(),
                item.difficulty(),
                item.topic());
    }

    PackViews.Opening opening(
            StoredMatch match, StaffMember reader, String shown, String typed, String fault, Integer entered) {
        PackRow row = packs.state(match);
        Integer mine = openings.keys(match).stream()
                .filter(key -> key.holder().equals(reader.username()) && !key.collected())
                .map(KeyStore.KeyRow::number)
                .findFirst()
                .orElse(null);
        return new PackViews.Opening(
                match.code(),
                match.title(),
                state(row),
                row.hash() == null ? null : seal(match, row, accounts.names()),
                row.status() == PackRow.Status.SEALED ? mine : null,
                shown,
                typed,
                fault,
                entered,
                row.status() == PackRow.Status.OPENED && reader.is(Roles.ORGANIZER) && packs.isOver(match));
    }

    private PackViews.Seal seal(StoredMatch match, PackRow row, SortedMap<String, String> names) {
        List<PackViews.Key> keys = openings.keys(match).stream()
                .map(key -> new PackViews.Key(
                        key.number(), name(names, key.holder()), key.collected(), name(names, key.enteredBy())))
                .toList();
        return new PackViews.Seal(
                grouped(row.hashHex()), name(names, row.sealedBy()), time(row.sealedAt()), time(row.openedAt()), keys);
    }

    private static String title(PackNeeds needs, PackForm.Place place, String reserve) {
        return place.segment() == null
                ? reserve
                : needs.parts().get(place.segment()).title();
    }

    static String state(PackRow row) {
        return row.status().name().toLowerCase(Locale.ROOT);
    }

    /** In groups of eight, as people compare it. */
    static String grouped(String hex) {
        var groups = new ArrayList<String>();
        for (int i = 0; i < hex.length(); i += HASH_GROUP) {
            groups.add(hex.substring(i, i + HASH_GROUP));
        }
        return String.join(" ", groups);
    }

    private static String name(SortedMap<String, String> names, String username) {
        return username == null ? null : names.getOrDefault(username, username);
    }

    private String time(Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(config.zone()));
    }
}
