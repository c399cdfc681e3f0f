package org.leitai.finals.library;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.rules.form.RulesFields;
import org.leitai.staff.Roles;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** Rules from a file or from the clipboard, checked and opened in the form; nothing is stored by it. */
@Path("/staff/finals/rules/import")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RuleImportPages {

    private final RuleFormViews views;
    private final Languages languages;
    private final Texts texts;
    private final MatchRulesFormat format = new MatchRulesFormat();

    RuleImportPages(RuleFormViews views, Languages languages, Texts texts) {
        this.views = views;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance page() {
        return page("", List.of());
    }

    /** @param typed counts where no file was chosen */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ORGANIZER)
    public Response load(@RestForm("file") FileUpload file, @RestForm("rules") String typed) {
        String text = file == null || file.size() == 0 ? typed == null ? "" : typed : content(file);
        Locale locale = languages.current();
        return switch (format.read(text)) {
            case MatchRulesFormat.Result.Valid(MatchRules rules) -> {
                var view = views.of("", 0, "finals.form.imported", RulesFields.of(rules), Set.of(), locale);
                yield Response.ok(new RuleBookTemplates.form(view).setLocale(locale))
                        .build();
            }
            case MatchRulesFormat.Result.Faulty(List<MatchRulesFault> faults) ->
                Response.status(422).entity(page(text, faults)).build();
        };
    }

    private TemplateInstance page(String typed, List<MatchRulesFault> faults) {
        Locale locale = languages.current();
        List<RuleBookViews.Fault> texted = faults.stream()
                .map(fault -> new RuleBookViews.Fault(
                        fault.field(),
                        texts.of(locale, fault.key(), fault.arguments().toArray())))
                .toList();
        return new RuleBookTemplates.load(new RuleBookViews.Import(typed, texted)).setLocale(locale);
    }

    /** Windows marks UTF-8 with a character of its own at the beginning. */
    private static String content(FileUpload file) {
        try {
            String text = new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
