package org.leitai.attempt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What an operator watches of the hot path. */
@Singleton
class AnswerMetrics {

    private final MeterRegistry registry;
    private final Timer commits;
    private final DistributionSummary batches;
    private final Counter failures;

    AnswerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.commits = Timer.builder("leitai.answers.commit")
                .description("from taking a batch of answers to its commit")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        this.batches = DistributionSummary.builder("leitai.answers.batch")
                .description("answers per commit")
                .register(registry);
        this.failures = Counter.builder("leitai.answers.failed")
                .description("answers that could not be written and were sent back for a retry")
                .register(registry);
    }

    void committed(int answers, long nanos) {
        batches.record(answers);
        commits.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(int answers) {
        failures.increment(answers);
    }

    void watchQueue(Supplier<Number> depth) {
        registry.gauge("leitai.answers.queue", depth, waiting -> waiting.get().doubleValue());
    }
}
