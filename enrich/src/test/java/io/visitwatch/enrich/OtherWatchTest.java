package io.visitwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.visitwatch.enrich.detect.Detector;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing in the rules is about Baghdad: another watch is a line of configuration. */
class OtherWatchTest {
    private static final Detector DAMASCUS = watching("damascus", "Asia/Damascus");
    private static final Detector ERBIL = watching("erbil", "Asia/Baghdad");

    @Test
    void readsVisitsToDamascusInEnglishAndArabic() throws IOException {
        assertThat(alerts(DAMASCUS, "Turkish Foreign Minister Hakan Fidan arrived in Damascus on Sunday for talks."))
                .isTrue();
        assertThat(alerts(DAMASCUS, "وصل وزير الخارجية التركي هاكان فيدان، اليوم الأحد، إلى دمشق في زيارة رسمية."))
                .isTrue();
    }

    @Test
    void takesAnIraqiMinisterInDamascusForAVisitorAndASyrianOneAbroadForNone() throws IOException {
        assertThat(alerts(DAMASCUS, "Iraqi Foreign Minister Fuad Hussein arrived in Damascus on Sunday."))
                .isTrue();
        assertThat(alerts(DAMASCUS, "Syrian Foreign Minister Asaad al-Shaibani arrived in Baghdad on Sunday."))
                .isFalse();
    }

    @Test
    void keepsVisitsToOtherCitiesOutOfAWatchOnErbil() throws IOException {
        String erbil = "French Foreign Minister Jean-Noel Barrot arrived in Erbil on Sunday.";
        assertThat(alerts(ERBIL, erbil)).isTrue();
        assertThat(alerts(DAMASCUS, erbil)).isFalse();
        assertThat(alerts(ERBIL, "French Foreign Minister Jean-Noel Barrot arrived in Damascus on Sunday."))
                .isFalse();
    }

    private static boolean alerts(Detector detector, String text) throws IOException {
        ObjectNode doc = Json.mapper().createObjectNode();
        doc.put("id", "one");
        doc.put("text", text);
        doc.put("published", "2024-12-22");
        return Json.mapper()
                .readTree(detector.detect(Json.write(doc)))
                .path("alert")
                .asBoolean();
    }

    private static Detector watching(String place, String zone) {
        WatchPlace watch = new WatchPlace(place, ZoneId.of(zone));
        double threshold = EnrichConfig.standard().threshold();
        return new Detector(Enricher.create(new EnrichConfig(List.of(watch), Map.of(), List.of(), null, threshold)));
    }
}
