package org.leitai.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A worker with a phone in the hand, doing the demo contest the way the pages suggest it. */
public final class Contestant {

    private static final int QUESTIONS = 10;
    private static final int UNIT = 48; // of the list: any that is not the first
    private static final int BACK_ONLINE_MILLIS = 40_000; // longer than the longest pause between two tries

    private final LeitaiServer server;
    private final Phone phone;
    private String number;
    private String code;

    public Contestant(LeitaiServer server, Phone phone) {
        this.server = server;
        this.phone = phone;
    }

    public Phone phone() {
        return phone;
    }

    /** On the registration page: fills in the form. */
    public Contestant fillIn(String name) {
        number = Workers.nextPhone();
        phone.page().getByLabel("姓名").fill(name);
        phone.page().getByLabel("手机号").fill(number);
        phone.page().getByLabel("所在单位").selectOption(new SelectOption().setIndex(UNIT));
        phone.page().getByLabel("我已阅读并同意").check();
        return this;
    }

    /** Registers and comes back to the contest. */
    public Contestant register(String name) {
        phone.open("/register?to=" + ApiWorker.CONTEST);
        fillIn(name);
        phone.tap("报名");
        keepCode();
        phone.tap("已保存，继续").arrivesAt(ApiWorker.CONTEST);
        return this;
    }

    /** On the page with the personal code: writes it down. */
    public Contestant keepCode() {
        phone.sees("报名成功");
        code = phone.page().locator(".code-card strong").textContent().strip();
        return this;
    }

    /** The same person with another phone. */
    public Contestant on(Phone other) {
        var same = new Contestant(server, other);
        same.number = number;
        same.code = code;
        other.open("/sign-in?to=" + ApiWorker.CONTEST);
        other.page().getByLabel("手机号").fill(number);
        other.page().getByLabel("个人码").fill(code);
        other.tap("登录").arrivesAt(ApiWorker.CONTEST);
        return same;
    }

    public Contestant start() {
        phone.tap("开始答题").arrivesAt(ApiWorker.ROUND + "/answer");
        seesQuestion(1);
        return this;
    }

    public Contestant seesQuestion(int slot) {
        assertThat(phone.page().locator("[data-position]")).hasText(slot + " / " + QUESTIONS + " 题", patiently());
        return this;
    }

    /** Taps the n-th option, from 0. */
    public Contestant choose(int option) {
        phone.page().locator(".option").nth(option).tap();
        return this;
    }

    public Contestant write(String words) {
        for (Locator blank : phone.page().locator(".blank input").all()) {
            blank.fill(words);
        }
        return this;
    }

    /** Whatever kind of question it is. */
    public Contestant answer(int slot) {
        if (phone.page().locator(".option").count() == 0) {
            return write("工会");
        }
        choose(slot % 2);
        return phone.page().locator(".option input[type=checkbox]").count() > 0 ? choose(2) : this;
    }

    public Contestant next() {
        phone.tap("下一题");
        return this;
    }

    /** From the question on the screen to the last, each of them. */
    public Contestant answerAll(int from) {
        for (int slot = from; slot <= QUESTIONS; slot++) {
            seesQuestion(slot).answer(slot);
            if (slot < QUESTIONS) {
                next();
            }
        }
        return this;
    }

    public Contestant goTo(int slot) {
        phone.tap("题号");
        phone.page().locator(".number-cell").nth(slot - 1).tap();
        return seesQuestion(slot);
    }

    public Contestant seesSaveState(String words) {
        assertThat(phone.page().locator("[data-save-state]"))
                .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout(BACK_ONLINE_MILLIS));
        return this;
    }

    /** From the last question, through the question whether this is meant. */
    public Contestant handIn() {
        phone.tap("交卷").sees("现在交卷吗？");
        dialogButton("交卷").tap();
        phone.arrivesAt(ApiWorker.ROUND + "/attempts/1");
        return this;
    }

    /** Which options of the question on the screen are chosen, from 0. */
    public List<Integer> chosen() {
        var inputs = phone.page().locator(".option input");
        return IntStream.range(0, inputs.count())
                .filter(i -> inputs.nth(i).isChecked())
                .boxed()
                .toList();
    }

    /** Slot → answer as PostgreSQL has it, the newest of each. */
    public Map<Integer, String> storedAnswers() {
        var answers = new TreeMap<Integer, String>();
        server.query("""
                        select distinct on (r.slot) r.slot, r.answer
                        from response r join attempt a on a.id = r.attempt_id join person p on p.id = a.person_id
                        where p.phone = '%s' order by r.slot, r.client_seq desc""".formatted(number)).forEach(row -> answers.put(Integer.valueOf(row.get(0)), row.get(1)));
        return answers;
    }

    /** The personal clock of the open attempt will be over after this many seconds. */
    public Contestant shortenClock(int seconds) {
        int changed = server.update("""
                update attempt set clock_ends_at = clock_timestamp() + interval '%d seconds'
                where finished_at is null and person_id = (select id from person where phone = '%s')""".formatted(seconds, number));
        if (changed != 1) {
            throw new AssertionError(changed + " open attempts");
        }
        return this;
    }

    public String number() {
        return number;
    }

    public String code() {
        return code;
    }

    private Locator dialogButton(String label) {
        return phone.page()
                .getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(label).setExact(true));
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }
}
