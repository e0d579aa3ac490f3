package io.visitwatch.enrich.lang;

/** When a trigger puts its event, seen from the day of writing. */
public enum Tense {
    /** Now or just done: {@code arrives}, {@code arrived}. */
    NOW,
    /** Still to come: {@code will arrive}, {@code to visit}. */
    PLAN,
    /** Before the story told: {@code had visited}, {@code سبق أن زار}. */
    BEFORE,
    /** The words leave it open: {@code visit}. */
    OPEN
}
