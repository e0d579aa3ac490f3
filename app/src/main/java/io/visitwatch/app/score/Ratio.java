package io.visitwatch.app.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hits, false ones and misses, and what is usually said of them; rounded to four places. */
public record Ratio(int tp, int fp, int fn) {
    /** Share of the found that is right; 0 when nothing was found. */
    @JsonProperty
    public double precision() {
        return round(share(tp, tp + fp));
    }

    /** Share of the right that was found; 0 when there is nothing to find. */
    @JsonProperty
    public double recall() {
        return round(share(tp, tp + fn));
    }

    /** Harmonic mean of precision and recall. */
    @JsonProperty
    public double f1() {
        return round(mean(share(tp, tp + fp), share(tp, tp + fn)));
    }

    static double mean(double p, double r) {
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** Four places of the exact value, so that no other scorer rounds otherwise. */
    static double round(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }
}
