package org.leitai.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers who have started and wait for the signal to answer. */
final class Crowd {

    private static final int TIMEOUT_MILLIS = 20_000;

    private Crowd() {}

    /** @param connections at the same time */
    static List<PaperWork> started(int port, int workers, int connections) throws InterruptedException {
        var papers = new ArrayList<PaperWork>(workers);
        for (List<PaperWork> part : together(connections, n -> started(port, share(workers, connections, n)))) {
            papers.addAll(part);
        }
        return papers;
    }

    /** A piece of work for each of several threads. */
    interface Part<R> {
        R run(int thread) throws Exception;
    }

    /** Runs the parts in a thread each and waits for all; the first failure is thrown. */
    static <R> List<R> together(int threads, Part<R> part) throws InterruptedException {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var futures = new ArrayList<Future<R>>();
            for (int n = 0; n < threads; n++) {
                int thread = n;
                futures.add(executor.submit((Callable<R>) () -> part.run(thread)));
            }
            var results = new ArrayList<R>();
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    static int share(int whole, int parts, int part) {
        return whole / parts + (part < whole % parts ? 1 : 0);
    }

    private static List<PaperWork> started(int port, int workers) throws IOException {
        var papers = new ArrayList<PaperWork>(workers);
        try (var connection = new HttpConnection(port, TIMEOUT_MILLIS)) {
            List<String> units = workers == 0 ? List.of() : new Worker(connection, port).units();
            while (papers.size() < workers) {
                var worker = new Worker(connection, port);
                if (worker.register(units)) {
                    worker.start();
                    papers.add(worker.open());
                }
            }
        }
        return papers;
    }
}
