package io.visitwatch.model;

/** Where a visit stands in its life. */
public enum VisitStatus {
    /** Somebody unnamed, or "reports say", expects it. */
    RUMOURED(Coarse.PLANNED),
    /** A named source or the visitor's side says that it will take place. */
    ANNOUNCED(Coarse.PLANNED),
    /** The visitor has left for the place. */
    EN_ROUTE(Coarse.HAPPENING),
    /** The visitor is in the place. */
    ARRIVED(Coarse.HAPPENING),
    /** The visitor has left again. */
    ENDED(Coarse.HAPPENING),
    /** Sources contradict each other. */
    DISPUTED(Coarse.HAPPENING),
    /** Put off to another day, known or not. */
    POSTPONED(Coarse.CANCELLED),
    /** Called off. */
    CANCELLED(Coarse.CANCELLED),
    /** Said not to have taken place, or not to be planned. */
    DENIED(Coarse.CANCELLED);

    private final Coarse coarse;

    VisitStatus(Coarse coarse) {
        this.coarse = coarse;
    }

    /** The three values that labelled corpora know. */
    public Coarse coarse() {
        return coarse;
    }

    /** The three values that labelled corpora know. */
    public enum Coarse {
        PLANNED,
        HAPPENING,
        CANCELLED
    }
}
