package org.leitai.bank;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** Loads the configured folder when the application starts. A fault in it stops nothing: the bank stays as it was. */
@ApplicationScoped
class BankAtStart {

    private static final Logger LOG = Logger.getLogger(BankAtStart.class);

    private final Bank bank;
    private final LeitaiConfig config;
    private final Texts texts;

    BankAtStart(Bank bank, LeitaiConfig config, Texts texts) {
        this.bank = bank;
        this.config = config;
        this.texts = texts;
    }

    /** Early: what makes the demo contest at start needs a bank. */
    void load(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        config.questionBank().filter(folder -> !folder.isBlank()).map(Path::of).ifPresent(this::loadWhenThere);
    }

    private void loadWhenThere(Path folder) {
        if (Files.isDirectory(folder)) {
            load(folder);
        } else {
            LOG.warnf("question bank %s: no such folder, nothing loaded", folder.toAbsolutePath());
        }
    }

    private void load(Path folder) {
        LoadReport report = bank.load(folder);
        if (report.faults().isEmpty()) {
            LOG.infof(
                    "question bank %s: %d added, %d changed, %d retired, %d unchanged",
                    folder, report.added(), report.changed(), report.retired(), report.unchanged());
            return;
        }
        report.faults().forEach(fault -> LOG.errorf("question bank %s: %s", fault.place(), text(fault)));
        LOG.errorf(
                "question bank %s: %d faults, nothing loaded",
                folder, report.faults().size());
    }

    private String text(Fault fault) {
        return texts.of(Texts.CHINESE, fault.code(), fault.arguments().toArray());
    }
}
