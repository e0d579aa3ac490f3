package io.visitwatch.enrich.visit;

import io.visitwatch.model.ScorePart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How sure a claim is: a sum of named weights, as a probability.
 *
 * <p>The weights stand in {@code weights.tsv}; docs/quality.md tells how they were found. A feature without a weight adds nothing.
 */
final class VisitModel {
    private static final String BIAS = "bias";
    private static final double ROUNDING = 1000.0;

    private final Map<String, Double> weights;

    private VisitModel(Map<String, Double> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The shipped weights. */
    static VisitModel bundled() {
        Map<String, Double> weights = new HashMap<>();
        try (InputStream in = VisitModel.class.getResourceAsStream("weights.tsv")) {
            if (in == null) {
                throw new IllegalStateException("resource weights.tsv is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    weights.put(cells[0], Double.parseDouble(cells[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read weights.tsv", e);
        }
        return new VisitModel(weights);
    }

    /** The parts a set of features is worth, bias first, then by name. */
    List<ScorePart> parts(Collection<String> features) {
        List<ScorePart> parts = new ArrayList<>();
        parts.add(new ScorePart(BIAS, weights.getOrDefault(BIAS, 0.0)));
        for (String feature : new TreeSet<>(features)) {
            parts.add(new ScorePart(feature, weights.getOrDefault(feature, 0.0)));
        }
        return List.copyOf(parts);
    }

    /** The probability the parts add up to, to three digits. */
    static double probability(List<ScorePart> parts) {
        double sum = parts.stream().mapToDouble(ScorePart::weight).sum();
        return Math.round(ROUNDING / (1 + Math.exp(-sum))) / ROUNDING;
    }
}
