package org.leitai.finals;

import org.leitai.finals.match.MatchCommand;

/** What a console's command comes to in a state of the match. */
sealed interface CommandReading {

    record Read(MatchCommand command) implements CommandReading {}

    /** It cannot be read, or means nothing in this state. */
    record Unreadable(FinalRefusal refusal) implements CommandReading {}

    static CommandReading of(CommandBody body, CommandBody.Context context) {
        try {
            MatchCommand command = body.in(context);
            return command == null ? new Unreadable(FinalRefusal.MALFORMED) : new Read(command);
        } catch (Typed.BadPoints e) {
            return new Unreadable(FinalRefusal.BAD_POINTS);
        } catch (IllegalArgumentException e) {
            return new Unreadable(FinalRefusal.MALFORMED);
        }
    }
}
