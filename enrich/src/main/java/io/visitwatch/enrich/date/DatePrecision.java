package io.visitwatch.enrich.date;

/** How narrow a date said in words is. */
public enum DatePrecision {
    /** One day. */
    DAY,
    /** A stretch of named days, "8-9 March". */
    DAYS,
    /** A week, a weekend, "the coming days". */
    WEEK,
    /** A month. */
    MONTH,
    /** A year. */
    YEAR
}
