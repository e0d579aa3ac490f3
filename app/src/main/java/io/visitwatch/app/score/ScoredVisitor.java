package io.visitwatch.app.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A visitor as labels and predictions name him; both parts may be empty. */
public record ScoredVisitor(String name, String country) {
    static List<ScoredVisitor> of(JsonNode visitors) {
        List<ScoredVisitor> all = new ArrayList<>();
        visitors.forEach(v -> all.add(
                new ScoredVisitor(v.path("name").asText(""), v.path("country").asText(""))));
        return all;
    }

    /** Greatest number of pairs, one to one: augmenting paths, named visitors first. */
    static int matches(List<ScoredVisitor> gold, List<ScoredVisitor> predicted) {
        List<ScoredVisitor> order = new ArrayList<>(gold);
        order.sort((a, b) -> Boolean.compare(
                NameMatch.tokens(a.name()).isEmpty(), NameMatch.tokens(b.name()).isEmpty()));
        int[] owner = new int[predicted.size()];
        java.util.Arrays.fill(owner, -1);
        int found = 0;
        for (int i = 0; i < order.size(); i++) {
            found += place(i, order, predicted, owner, new boolean[predicted.size()]) ? 1 : 0;
        }
        return found;
    }

    private static boolean place(
            int i, List<ScoredVisitor> gold, List<ScoredVisitor> predicted, int[] owner, boolean[] seen) {
        for (int j = 0; j < predicted.size(); j++) {
            if (!seen[j] && NameMatch.samePerson(gold.get(i), predicted.get(j))) {
                seen[j] = true;
                if (owner[j] < 0 || place(owner[j], gold, predicted, owner, seen)) {
                    owner[j] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
