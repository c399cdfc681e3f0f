package org.leitai.attempt;

/** What became of an answer. */
sealed interface AnswerResult {

    /**
     * Durable. A retry gives the same, to the byte.
     *
     * @param superseded a newer answer to the slot was there already; these are its sequence number, text and instant
     */
    record Stored(boolean superseded, int slot, int seq, String answer, long receivedAtMillis)
            implements AnswerResult {}

    record Refused(AttemptRefusal refusal) implements AnswerResult {}
}
