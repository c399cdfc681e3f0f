package org.leitai.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leitai.audit.AuditEntry;
import org.leitai.audit.AuditLog;
import org.leitai.audit.ChainState;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** The audit log, read-only. */
@Path("/staff/audit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AuditPages {

    private static final int ROWS = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private interface Templates {

        /**
         * @param brokenAt position of the first entry that does not fit; zero when all do
         * @param headHash of the newest entry; empty when the chain is broken or has no entry
         */
        @CheckedTemplate(basePath = "staff")
        record audit(List<Row> rows, long total, long brokenAt, String headHash, Paging paging)
                implements TemplateInstance {}
    }

    /** @param action the text for people, or the bare code of a deed that has none */
    record Row(AuditEntry entry, String time, String action, List<Line> detail) {}

    /** @param label the text for people, or the bare name of a detail that has none */
    record Line(String label, String value) {}

    private final AuditLog log;
    private final Texts texts;
    private final LeitaiConfig config;
    private final Languages languages;

    AuditPages(AuditLog log, Texts texts, LeitaiConfig config, Languages languages) {
        this.log = log;
        this.texts = texts;
        this.config = config;
        this.languages = languages;
    }

    /** @param page counted from 1; outside of what there is, the nearest */
    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    public TemplateInstance audit(@QueryParam("page") @DefaultValue("1") long page) {
        Locale locale = languages.current();
        long total = log.size();
        Paging paging = Paging.of(page, total, ROWS);
        List<Row> rows = log.entries(paging.offset(), ROWS).stream()
                .map(entry -> row(entry, locale))
                .toList();
        return switch (log.verify()) {
            case ChainState.Intact intact ->
                new Templates.audit(rows, total, 0, intact.headHash(), paging).setLocale(locale);
            case ChainState.Broken broken ->
                new Templates.audit(rows, total, broken.position(), "", paging).setLocale(locale);
        };
    }

    private Row row(AuditEntry entry, Locale locale) {
        List<Line> detail = entry.detail().entrySet().stream()
                .map(line -> new Line(text("audit.detail.", line.getKey(), locale), plain(line.getValue())))
                .toList();
        return new Row(
                entry,
                TIME.format(entry.at().atZone(config.zone())),
                text("audit.action.", entry.action(), locale),
                detail);
    }

    private String text(String prefix, String name, Locale locale) {
        return texts.has(prefix + name) ? texts.of(locale, prefix + name) : name;
    }

    private static String plain(Object value) {
        return value instanceof Collection<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
