package org.leitai.finals;

import org.leitai.kernel.Refusal;

/** What became of a command. */
public sealed interface CommandResult {

    /** @param version of the match now */
    record Done(long version) implements CommandResult {}

    /** The rules say no, or the command cannot be read. */
    record Refused(Refusal refusal, long version) implements CommandResult {}

    /** Somebody was faster: the command was made for a match that has moved on. */
    record Conflict(long version) implements CommandResult {}

    /** Another node owns the match. */
    record Elsewhere() implements CommandResult {}
}
