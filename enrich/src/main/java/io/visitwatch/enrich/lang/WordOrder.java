package io.visitwatch.enrich.lang;

/** Where a language puts the verb: decides on which side of a trigger its subject is looked for first. */
public enum WordOrder {
    /** Subject, verb, object: English, French, Russian. */
    SVO,
    /** Verb first or after the subject: Arabic. */
    VSO,
    /** Verb last: Persian, Turkish, Kurdish, Urdu. */
    SOV
}
