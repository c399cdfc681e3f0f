package org.leitai.live;

/** What this node does for other nodes; a bean of the feature, known by its name. */
public interface NodeService {

    /** Letters and hyphens; the same on every node. */
    String name();

    /**
     * Answers a question, on a virtual thread. Questions are answered at the same time, so their order says nothing; an exception is as
     * good as no answer.
     *
     * @param nanos {@code System.nanoTime()} when the question came in, before anything else was done with it
     */
    String answer(String question, long nanos);
}
