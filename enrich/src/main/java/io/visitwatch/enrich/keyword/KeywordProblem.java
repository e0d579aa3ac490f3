package io.visitwatch.enrich.keyword;

/**
 * A query that is not used, and why.
 *
 * @param name its key in the configuration
 * @param query as written
 * @param cause one line: what is wrong and what to write instead
 */
public record KeywordProblem(String name, String query, String cause) {
    /** One line for logs and {@code check}. */
    public String line() {
        return "keywords." + name + ": " + cause;
    }
}
