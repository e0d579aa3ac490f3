package io.visitwatch.enrich.date;

/** Which side of the publication day the wording itself points to. */
public enum DateDirection {
    /** Before: "yesterday", "last Sunday". */
    PAST,
    /** The day itself: "today". */
    PRESENT,
    /** After: "tomorrow", "next week", or a weekday beside "will". */
    FUTURE,
    /** The wording does not say: "on Sunday", "8 March". */
    OPEN
}
