package io.visitwatch.enrich.lang;

/** A language pack of the user's cannot be used; the message names file, cause and what is wanted, on one line. */
public final class LanguagePackException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With the message to show. */
    public LanguagePackException(String message) {
        super(message);
    }

    LanguagePackException(String message, Throwable cause) {
        super(message, cause);
    }
}
