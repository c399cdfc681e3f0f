package org.leitai.live;

import jakarta.inject.Singleton;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Says back what it heard, or breaks. */
@Singleton
class TestNodeService implements NodeService {

    static final String NAME = "test";
    static final String FAULT = "fault";
    static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String answer(String question, long nanos) {
        HEARD.add(question);
        if (question.equals(FAULT)) {
            throw new IllegalStateException("on purpose");
        }
        return "heard " + question;
    }
}
