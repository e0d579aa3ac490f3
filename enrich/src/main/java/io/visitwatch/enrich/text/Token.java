package io.visitwatch.enrich.text;

/**
 * One word of a folded text.
 *
 * @param text the word, folded
 * @param start first unit in the folded text
 * @param end one past the last unit in the folded text
 */
public record Token(String text, int start, int end) {}
