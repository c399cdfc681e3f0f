package org.leitai.finals.match;

/** The way back 撤销与重做. All pasts are equal, so that states are equal exactly when they show the same. */
final class Past {

    static final Past NONE = new Past(null, null, false);

    /** The state before the last event; null at the start. */
    final MatchState before;

    /** What the last undo took away; its own past knows of the undo before that. Null: nothing to redo. */
    final MatchState undone;

    /** Whether the last event came from a seat. */
    final boolean fromSeat;

    Past(MatchState before, MatchState undone, boolean fromSeat) {
        this.before = before;
        this.undone = undone;
        this.fromSeat = fromSeat;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Past;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return undone == null ? "-" : "redoable";
    }
}
