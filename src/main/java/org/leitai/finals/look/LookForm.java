package org.leitai.finals.look;

import jakarta.ws.rs.core.MediaType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** How a final is to present itself, as it was typed 门面表单. */
public class LookForm {

    private static final int MOST_CREDITS = 4; // what the opening has room for, with the title and the logo
    private static final int LONGEST_CREDIT = 40;
    private static final int LONGEST_LINE = 60; // the players of one team, on one line of the parade

    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String credits = "";

    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String lineup = "";

    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String listed = "";

    @RestForm
    @PartType(MediaType.TEXT_PLAIN)
    String plain = "";

    @RestForm("logo")
    FileUpload logo;

    static LookForm of(Look look) {
        var form = new LookForm();
        form.credits = String.join("\n", look.credits());
        form.lineup = String.join("\n", look.lineup());
        form.listed = look.listed() ? "yes" : "";
        return form;
    }

    public String credits() {
        return text(credits);
    }

    public String lineup() {
        return text(lineup);
    }

    public boolean listed() {
        return !text(listed).isEmpty();
    }

    /** Whether the logo is to go. */
    boolean withoutLogo() {
        return !text(plain).isEmpty();
    }

    /** Null when no file was chosen. */
    Path picture() {
        return logo == null || logo.fileName() == null || logo.fileName().isEmpty() || logo.size() == 0
                ? null
                : logo.uploadedFile();
    }

    List<String> creditLines() {
        return credits()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** An empty line is a team whose players nobody wrote down; those at the end are left out. */
    List<String> lineupLines() {
        return lineup().stripTrailing().lines().map(String::strip).toList();
    }

    /** Field → what is wrong, the picture aside. */
    Map<String, LookRefusal> faults(int teams) {
        var faults = new LinkedHashMap<String, LookRefusal>();
        if (creditLines().size() > MOST_CREDITS
                || creditLines().stream().anyMatch(line -> length(line) > LONGEST_CREDIT)) {
            faults.put("credits", LookRefusal.TOO_MANY_CREDITS);
        }
        if (lineupLines().size() > teams || lineupLines().stream().anyMatch(line -> length(line) > LONGEST_LINE)) {
            faults.put("lineup", LookRefusal.BAD_LINEUP);
        }
        return faults;
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n");
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }
}
