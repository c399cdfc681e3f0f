package org.leitai.attempt;

import java.util.concurrent.CompletableFuture;

/**
 * An answer on its way to the database.
 *
 * @param answer canonical, see {@link org.leitai.marking.Answer}
 * @param receivedAtMillis when its request arrived, epoch milliseconds
 * @param result completed once, after the commit or when nobody can wait any longer
 */
record PendingAnswer(
        long attempt,
        long person,
        int slot,
        int seq,
        String answer,
        long receivedAtMillis,
        CompletableFuture<AnswerResult> result) {

    void refuse(AttemptRefusal refusal) {
        result.complete(new AnswerResult.Refused(refusal));
    }
}
