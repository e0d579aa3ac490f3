package io.visitwatch.model;

/** What changed in a visit: each alert carries exactly one. */
public enum VisitChange {
    NEW_VISIT,
    STATUS_CHANGED,
    DATES_CHANGED,
    VISITOR_ADDED,
    HOST_MET,
    /** Independent sources passed the configured threshold. */
    CONFIRMED,
    /** Sources contradict each other. */
    CONTRADICTED,
    /** Announced for a day that has passed without a word of arrival. */
    OVERDUE,
    /** The reports it rested on were withdrawn, or an analyst rejected it. */
    RETRACTED,
    /** It turned out to be another visit already told, and is followed there: wakes nobody by default. */
    MERGED,
    /** One more source says the same: wakes nobody by default. */
    NEW_SOURCE
}
