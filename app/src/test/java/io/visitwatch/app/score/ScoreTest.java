package io.visitwatch.app.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.visitwatch.model.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases the corpus's own scorer tests itself with, counted by hand there. */
class ScoreTest {
    private static final String GOLD = """
            {"id":"a","label":"pos","place":"baghdad","status":"happening","visit_id":"v1","visitors":[{"name":"Donald H. Rumsfeld","country":"US"}]}
            {"id":"b","label":"pos","place":"iraq","status":"happening","visit_id":"v1","visitors":[{"name":"Rumsfeld","country":"US"}]}
            {"id":"c","label":"pos","place":"baghdad","status":"planned","visit_id":"v2","visitors":[{"name":"آشتون كارتر","country":"US"},{"name":"","country":"TR"}]}
            {"id":"d","label":"pos","place":"baghdad","status":"happening","visit_id":"v3","visitors":[{"name":"Javad Zarif","country":"IR"}]}
            {"id":"e","label":"neg","why":"reverse"}
            {"id":"f","label":"neg","why":"no-visit"}
            {"id":"g","label":"neg","why":"domestic"}
            """;
    private static final String PREDICTIONS = """
            {"id":"a","alert":true,"place":"baghdad","status":"happening","visitors":[{"name":"Rumsfeld","country":"USA"}],"visit_key":"k1"}
            {"id":"b","alert":true,"place":"iraq","status":"planned","visitors":[{"name":"Donald Rumsfeld","country":"US"},{"name":"Tony Blair","country":"GB"}],"visit_key":"k1"}
            {"id":"c","alert":true,"place":"baghdad","status":"planned","visitors":[{"name":"Ashton Carter","country":"US"},{"name":"Hakan Fidan","country":"TR"}],"visit_key":"k1"}
            {"id":"e","alert":true,"place":"baghdad"}
            {"id":"f","alert":false}
            """;

    @Test
    void countsAsTheCorpusScorerDoes() throws Exception {
        Map<String, JsonNode> predictions = new HashMap<>();
        lines(PREDICTIONS).forEach(p -> predictions.put(p.path("id").asText(), p));
        Score score = Score.of(lines(GOLD), predictions);
        assertThat(score.alert()).isEqualTo(new Ratio(3, 1, 1));
        assertThat(score.alert().f1()).isEqualTo(0.75);
        assertThat(score.baghdadOnly()).isEqualTo(new Ratio(2, 1, 1));
        assertThat(score.visitors().ratio()).isEqualTo(new Ratio(4, 1, 1));
        assertThat(score.visitors().recallAlerted()).isEqualTo(1.0);
        assertThat(score.statusAccuracy()).isEqualTo(0.6667);
        assertThat(score.placeAccuracy()).isEqualTo(1.0);
        assertThat(score.clusters()).isEqualTo(new Clusters(0.6667, 1.0, 0.8, 4));
        assertThat(score.clustersAlerted().precision()).isEqualTo(0.5556);
        assertThat(score.falseAlertsByWhy()).containsExactly(Map.entry("reverse", 1));
        assertThat(score.missed()).containsExactly("d");
        assertThat(score.falseAlerts()).containsExactly("e");
    }

    @ParameterizedTest
    @CsvSource({
        "سليماني, Soleimani",
        "دانفورد, Dunford",
        "كوشنر, Kushner",
        "فيلتمان, Feltman",
        "بينوتي, Pinotti",
        "بايدن, Biden",
        "عراقچی, Araghchi",
        "عراقجي, Araqchi",
        "Erdoğan, Erdogan",
        "أردوغان, Erdogan",
        "al-Sharaa, الشرع",
        "جونستن, Johnston",
        "كوسكروف, Cosgrove",
        "مولن, Mullen"
    })
    void knowsOneNameInTwoSpellings(String one, String other) {
        assertThat(same(one, other)).isTrue();
        assertThat(same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Rice, Gates",
        "Straw, Blair",
        "Bush, Cheney",
        "Powell, Rumsfeld",
        "Zarif, Araghchi",
        "Carter, Kerry",
        "Barnier, Frattini"
    })
    void tellsTwoNamesApart(String one, String other) {
        assertThat(same(one, other)).isFalse();
    }

    private static boolean same(String one, String other) {
        return NameMatch.samePerson(new ScoredVisitor(one, "XX"), new ScoredVisitor(other, "XX"));
    }

    private static List<JsonNode> lines(String text) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        for (String line : text.strip().split("\n", -1)) {
            all.add(Json.mapper().readTree(line));
        }
        return all;
    }
}
