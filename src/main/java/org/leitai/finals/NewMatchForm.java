package org.leitai.finals;

import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A final as it was typed 新建决赛.
 *
 * @param teams one a line
 * @param topic of the questions to draw; empty: any
 * @param written own questions, one a line: stem, bar, answer
 * @param preset name of rules in the book
 * @param rules YAML that counts instead, if any
 */
record NewMatchForm(
        @FormParam("code") String code,
        @FormParam("title") String title,
        @FormParam("teams") String teams,
        @FormParam("topic") String topic,
        @FormParam("written") String written,
        @FormParam("preset") String preset,
        @FormParam("rules") String rules) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}"); // as the table has it
    /** Their pages would lie where the pages for new ones and for rules lie. */
    private static final Set<String> RESERVED = Set.of("new", "rules");

    private static final int LONGEST_TITLE = 80; // as the table has it
    static final int LONGEST_TEAM = 20; // what the big screen's strip of eight can show
    private static final int MOST_TEAMS = 12;

    NewMatchForm {
        code = clean(code);
        title = clean(title);
        teams = clean(teams);
        topic = clean(topic);
        written = clean(written);
        preset = clean(preset);
        rules = rules == null ? "" : rules;
    }

    static NewMatchForm empty() {
        return new NewMatchForm("", "", "", "", "", "", "");
    }

    NewMatchForm withTeams(List<String> names) {
        return new NewMatchForm(code, title, String.join("\n", names), topic, written, preset, rules);
    }

    /** The same with other rules. */
    NewMatchForm with(String chosenPreset) {
        return new NewMatchForm(code, title, teams, topic, written, chosenPreset, rules);
    }

    /** Field → what is wrong. */
    Map<String, FinalRefusal> faults() {
        var faults = new LinkedHashMap<String, FinalRefusal>();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            faults.put("title", FinalRefusal.BAD_TITLE);
        }
        if (!CODE.matcher(code).matches() || RESERVED.contains(code)) {
            faults.put("code", FinalRefusal.BAD_CODE);
        }
        List<String> names = teamNames();
        if (names.size() < 2 || names.size() > MOST_TEAMS || new HashSet<>(names).size() != names.size()) {
            faults.put("teams", FinalRefusal.BAD_TEAMS);
        } else if (!longTeams().isEmpty()) {
            faults.put("teams", FinalRefusal.LONG_TEAM);
        }
        if (lines(written).stream().anyMatch(line -> line.indexOf('|') < 1 || line.endsWith("|"))) {
            faults.put("written", FinalRefusal.BAD_WRITTEN);
        }
        return faults;
    }

    List<String> teamNames() {
        return lines(teams);
    }

    /** Names that a seat cannot show. */
    List<String> longTeams() {
        return teamNames().stream()
                .filter(name -> name.codePointCount(0, name.length()) > LONGEST_TEAM)
                .toList();
    }

    List<MatchQuestion> writtenQuestions() {
        var questions = new ArrayList<MatchQuestion>();
        for (String line : lines(written)) {
            List<String> parts = Arrays.stream(line.split("\\|"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
            questions.add(new MatchQuestion.Written(
                    parts.getFirst(), parts.subList(1, parts.size() - 1), parts.getLast(), ""));
        }
        return questions;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
