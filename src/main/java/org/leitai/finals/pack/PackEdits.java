package org.leitai.finals.pack;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.leitai.finals.MatchQuestion;
import org.leitai.finals.StoredMatch;

/** Does to a pack what an editor's form asks for. */
@ApplicationScoped
class PackEdits {

    private final Packs packs;
    private final BankPick bank;

    PackEdits(Packs packs, BankPick bank) {
        this.packs = packs;
        this.bank = bank;
    }

    /** @return field → why nothing was done; empty when it was */
    Map<String, PackRefusal> edit(StoredMatch match, PackForm.Place place, PackForm form, String author, Instant now) {
        return switch (form.verb()) {
            case "fill" -> fill(match, place, form, author, now);
            case "pick" -> pick(match, place, form, author, now);
            case "write" -> write(match, place, form, author, now);
            case "clear" -> done(match, form, all -> all.cleared(place.segment()), place, author, now);
            case "up" -> one(match, form, all -> all.moved(form.ordinal(), -1), place, author, now);
            case "down" -> one(match, form, all -> all.moved(form.ordinal(), 1), place, author, now);
            case "remove" -> one(match, form, all -> all.without(form.ordinal()), place, author, now);
            case "move" ->
                PackForm.place(form.to(), packs.needs(match))
                        .map(to -> one(match, form, all -> all.sent(form.ordinal(), to.segment()), place, author, now))
                        .orElse(Map.of("", PackRefusal.NOTHING_CHOSEN));
            default -> Map.of("", PackRefusal.NOTHING_CHOSEN);
        };
    }

    /** By rule: what is missing in this part, or everywhere. */
    private Map<String, PackRefusal> fill(
            StoredMatch match, PackForm.Place place, PackForm form, String author, Instant now) {
        if (form.badRule()) {
            return Map.of("rule", PackRefusal.BAD_RULE);
        }
        PackNeeds needs = packs.needs(match);
        Arrangement present = packs.arrangement(match);
        boolean everywhere = "all".equals(form.scope());
        int missing = (everywhere ? needs.places() : java.util.Collections.singletonList(place.segment()))
                .stream().mapToInt(one -> present.missing(needs, one)).sum();
        long seed = form.seed().isEmpty() ? now.toEpochMilli() : Long.parseLong(form.seed());
        List<MatchQuestion> drawn = bank.draw(missing, form.rule(), present, seed);
        if (drawn.isEmpty()) {
            return Map.of("rule", missing == 0 ? PackRefusal.NOTHING_CHOSEN : PackRefusal.NONE_FOUND);
        }
        Map<String, Object> detail = detail(form, place);
        detail.put("seed", seed);
        detail.put("drawn", drawn.size());
        detail.put("rule", List.of(form.topic(), form.type(), form.min(), form.max()));
        return refused(packs.edit(
                match,
                revision(form),
                all -> everywhere ? all.filled(needs, drawn) : all.with(drawn, place.segment()),
                detail,
                author,
                now));
    }

    private Map<String, PackRefusal> pick(
            StoredMatch match, PackForm.Place place, PackForm form, String author, Instant now) {
        List<MatchQuestion> picked = bank.pick(form.items(), packs.arrangement(match));
        return picked.isEmpty()
                ? Map.of("pick", PackRefusal.NOTHING_CHOSEN)
                : done(match, form, all -> all.with(picked, place.segment()), place, author, now);
    }

    private Map<String, PackRefusal> write(
            StoredMatch match, PackForm.Place place, PackForm form, String author, Instant now) {
        Map<String, PackRefusal> faults = form.faults();
        return faults.isEmpty()
                ? done(match, form, all -> all.with(List.of(form.written()), place.segment()), place, author, now)
                : faults;
    }

    /** About one question, which must be there: checked against the arrangement that is changed. */
    private Map<String, PackRefusal> one(
            StoredMatch match,
            PackForm form,
            UnaryOperator<Arrangement> change,
            PackForm.Place place,
            String author,
            Instant now) {
        return done(match, form, all -> all.has(form.ordinal()) ? change.apply(all) : all, place, author, now);
    }

    private Map<String, PackRefusal> done(
            StoredMatch match,
            PackForm form,
            UnaryOperator<Arrangement> change,
            PackForm.Place place,
            String author,
            Instant now) {
        return refused(packs.edit(match, revision(form), change, detail(form, place), author, now));
    }

    private static Map<String, Object> detail(PackForm form, PackForm.Place place) {
        var detail = new HashMap<String, Object>();
        detail.put("act", form.verb());
        detail.put("part", place.name());
        return detail;
    }

    private static int revision(PackForm form) {
        return form.revision() == null ? -1 : form.revision();
    }

    private static Map<String, PackRefusal> refused(Optional<PackRefusal> refusal) {
        return refusal.map(why -> Map.of("", why)).orElse(Map.of());
    }
}
