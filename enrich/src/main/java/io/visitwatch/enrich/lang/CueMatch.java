package io.visitwatch.enrich.lang;

/**
 * Words of a text that signal something.
 *
 * @param cue what they signal
 * @param tense when, for triggers
 * @param start first token
 * @param end one past the last token
 */
public record CueMatch(Cue cue, Tense tense, int start, int end) {
    /** Whether the token is one of these words. */
    public boolean covers(int token) {
        return start <= token && token < end;
    }
}
