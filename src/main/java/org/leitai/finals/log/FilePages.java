package org.leitai.finals.log;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.leitai.finals.log.Handovers.Taken;
import org.leitai.finals.log.MatchFileReader.Reading;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** Files of matches: is one what it says, and taking one in. */
@Path("/staff/final-files")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class FilePages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Handovers handovers;
    private final ServerKey key;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final LeitaiConfig config;

    FilePages(
            Handovers handovers,
            ServerKey key,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.handovers = handovers;
        this.key = key;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.config = config;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance form() {
        return view(null);
    }

    /** @param act {@code verify}: only look; {@code import}: take it in */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ORGANIZER)
    public Response send(@RestForm("file") FileUpload file, @RestForm("act") String act, RoutingContext context) {
        if (file == null || file.size() == 0) {
            return answer(LogRefusal.NO_FILE.status(), bad("", text(LogRefusal.NO_FILE)));
        }
        return switch (read(file)) {
            case Reading.Bad(int line, FileFault fault) -> refused(file.fileName(), fault, line);
            case Reading.Good(MatchFile match) ->
                "import".equals(act)
                        ? taken(file.fileName(), match, context)
                        : answer(200, good(file.fileName(), text("finals.file.good"), match, null));
        };
    }

    private Response taken(String name, MatchFile match, RoutingContext context) {
        Taken taken = handovers.take(match, staff.require().username(), arrivals.of(context));
        return switch (taken) {
            case Taken.Created(String code, long version) ->
                answer(200, good(name, text("finals.file.created", version), match, code));
            case Taken.Appended(String code, long from, long to) ->
                answer(200, good(name, text("finals.file.appended", to - from, to), match, code));
            case Taken.Unchanged(String code, long version) ->
                answer(200, good(name, text("finals.file.unchanged", version), match, code));
            case Taken.Refused(FileFault fault, int line) -> refused(name, fault, line);
        };
    }

    private static Reading read(FileUpload file) {
        try (InputStream stream = Files.newInputStream(file.uploadedFile())) {
            return MatchFileReader.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response refused(String name, FileFault fault, int line) {
        return answer(fault.status(), bad(name, text(fault.code(), line)));
    }

    private static LogViews.FileResult bad(String name, String sentence) {
        return new LogViews.FileResult(false, name, sentence, null, null);
    }

    private LogViews.FileResult good(String name, String sentence, MatchFile match, String code) {
        List<LogViews.ThenRow> ranking = match.state().ranking().stream()
                .map(standing -> new LogViews.ThenRow(
                        standing.rank(), standing.name(), standing.score().toString(), "", false))
                .toList();
        var facts = new LogViews.FileFacts(
                match.setUp().title(),
                match.setUp().code(),
                TIME.format(match.exportedAt().atZone(config.zone())),
                match.exportedBy(),
                match.setUp().digests().size(),
                match.head().version(),
                HexFormat.of().formatHex(match.head().hash()),
                fingerprint(match.key()),
                Arrays.equals(match.key(), key.get().publicKey()),
                ranking);
        return new LogViews.FileResult(true, name, sentence, code, facts);
    }

    /** The beginning of the key's SHA-256, as people read it to each other. */
    private static String fingerprint(byte[] publicKey) {
        return HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(Sums.sha256(publicKey), 8));
    }

    private Response answer(int status, LogViews.FileResult result) {
        return Response.status(status).entity(view(result)).build();
    }

    private TemplateInstance view(LogViews.FileResult result) {
        return new LogTemplates.files(
                        new LogViews.Files(result, fingerprint(key.get().publicKey())))
                .setLocale(languages.current());
    }

    private String text(Refusal refusal) {
        return texts.of(languages.current(), refusal.code());
    }

    private String text(String code, long... numbers) {
        Locale locale = languages.current();
        return texts.of(
                locale, code, Arrays.stream(numbers).mapToObj(String::valueOf).toArray());
    }
}
