package io.visitwatch.app.score;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Predictions against labels.
 *
 * @param items labelled documents
 * @param positives documents that report a visit
 * @param withPrediction documents with a prediction
 * @param alert documents that alert
 * @param baghdadOnly the same, where the watched place itself is stated
 * @param visitors visitors named, over the documents that report a visit
 * @param statusAccuracy share of alerting reports with the right status
 * @param placeAccuracy share of alerting reports with the right place
 * @param clusters agreement of the grouping into visits, a missed report standing alone
 * @param clustersAlerted the same over alerting reports only
 * @param falseAlertsByWhy false alerts by the label's reason
 * @param missed ids of reports without an alert
 * @param falseAlerts ids of alerts without a report
 */
public record Score(
        int items,
        int positives,
        @JsonProperty("with_prediction") int withPrediction,
        Ratio alert,
        @JsonProperty("baghdad_only") Ratio baghdadOnly,
        Visitors visitors,
        @JsonProperty("status_accuracy") double statusAccuracy,
        @JsonProperty("place_accuracy") double placeAccuracy,
        Clusters clusters,
        @JsonProperty("clusters_alerted") Clusters clustersAlerted,
        @JsonProperty("false_alerts_by_why") Map<String, Integer> falseAlertsByWhy,
        List<String> missed,
        @JsonProperty("false") List<String> falseAlerts) {

    /**
     * Visitors named.
     *
     * @param ratio over the documents that report a visit
     * @param recallAlerted share found in documents that alert
     */
    public record Visitors(
            @JsonUnwrapped Ratio ratio,
            @JsonProperty("recall_alerted") double recallAlerted) {}

    /**
     * Scores predictions, each a JSON object with an id, in the form {@code detect} writes.
     *
     * @param gold labelled documents
     * @param predictions predictions by id; a document without one counts as not alerting
     */
    public static Score of(List<JsonNode> gold, Map<String, JsonNode> predictions) {
        Counter counter = new Counter();
        for (JsonNode label : gold) {
            counter.take(label, predictions.getOrDefault(label.path("id").asText(), MissingNode.getInstance()));
        }
        return counter.score(gold.size(), (int) gold.stream()
                .filter(g -> predictions.containsKey(g.path("id").asText()))
                .count());
    }

    /** What is counted on the way. */
    private static final class Counter {
        private int hits;
        private int falseOnes;
        private int misses;
        private final int[] place = new int[3];
        private int visitorHits;
        private int visitorsPredicted;
        private int visitorsGold;
        private int visitorsGoldAlerted;
        private int statusRight;
        private int placeRight;
        private final Map<String, String> goldGroup = new LinkedHashMap<>();
        private final Map<String, String> foundGroup = new LinkedHashMap<>();
        private final Map<String, String> goldAlerted = new LinkedHashMap<>();
        private final Map<String, Integer> why = new LinkedHashMap<>();
        private final List<String> missed = new ArrayList<>();
        private final List<String> wrong = new ArrayList<>();

        void take(JsonNode label, JsonNode prediction) {
            boolean alert = prediction.path("alert").asBoolean(false);
            String where = prediction.path("place").asText("");
            boolean saysPlace = alert && (where.isEmpty() || where.equals("null") || where.equals("baghdad"));
            if (label.path("label").asText().equals("pos")) {
                positive(label, prediction, alert, saysPlace);
            } else {
                falseOnes += alert ? 1 : 0;
                place[1] += saysPlace ? 1 : 0;
                if (alert) {
                    why.merge(label.path("why").asText("null"), 1, Integer::sum);
                    wrong.add(label.path("id").asText());
                }
            }
        }

        private void positive(JsonNode label, JsonNode prediction, boolean alert, boolean saysPlace) {
            String id = label.path("id").asText();
            if (label.path("place").asText().equals("baghdad")) {
                place[saysPlace ? 0 : 2]++;
            }
            List<ScoredVisitor> visitors = ScoredVisitor.of(label.path("visitors"));
            visitorsGold += visitors.size();
            String group = label.path("visit_id").asText("");
            goldGroup.put(id, group.isEmpty() ? id : group);
            foundGroup.put(id, "own " + id);
            if (!alert) {
                misses++;
                missed.add(id);
                return;
            }
            hits++;
            goldAlerted.put(id, goldGroup.getOrDefault(id, id));
            List<ScoredVisitor> found = ScoredVisitor.of(prediction.path("visitors"));
            visitorHits += ScoredVisitor.matches(visitors, found);
            visitorsPredicted += found.size();
            visitorsGoldAlerted += visitors.size();
            statusRight += same(label, prediction, "status") ? 1 : 0;
            placeRight += same(label, prediction, "place") ? 1 : 0;
            String key = prediction.path("visit_key").asText("");
            if (!key.isEmpty() && !key.equals("null")) {
                foundGroup.put(id, "key " + key);
            }
        }

        private static boolean same(JsonNode label, JsonNode prediction, String field) {
            return label.path(field).asText("").equals(prediction.path(field).asText(""));
        }

        Score score(int items, int withPrediction) {
            return new Score(
                    items,
                    hits + misses,
                    withPrediction,
                    new Ratio(hits, falseOnes, misses),
                    new Ratio(place[0], place[1], place[2]),
                    new Visitors(
                            new Ratio(visitorHits, visitorsPredicted - visitorHits, visitorsGold - visitorHits),
                            Ratio.round(Ratio.share(visitorHits, visitorsGoldAlerted))),
                    Ratio.round(Ratio.share(statusRight, hits)),
                    Ratio.round(Ratio.share(placeRight, hits)),
                    Clusters.of(goldGroup, foundGroup),
                    Clusters.of(goldAlerted, foundGroup),
                    why,
                    missed,
                    wrong);
        }
    }
}
