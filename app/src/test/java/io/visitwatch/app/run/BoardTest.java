package io.visitwatch.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.visitwatch.model.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Board board = new Board();

    @Test
    void givesALateSubscriberWhatItMissedAndThenWhatComes() {
        board.alert(alert(0, 0, "a"));
        board.alert(alert(1, 0, "b"));
        board.alert(alert(0, 1, "c"));
        List<String> seen = new ArrayList<>();
        String afterFirst = board.alerts().entries().get(0).position();
        Runnable end =
                board.alerts().subscribe(afterFirst, e -> seen.add(e.alert().id()));
        board.alert(alert(1, 1, "d"));
        end.run();
        board.alert(alert(1, 2, "e"));
        assertThat(seen).containsExactly("b", "c", "d");
    }

    @Test
    void leavesOutWhatIsNoAlertAndGoesOn() {
        board.alert(new ConsumerRecord<>("alerts", 0, 0, "k", "no JSON".getBytes(StandardCharsets.UTF_8)));
        board.alert(alert(0, 1, "a"));
        assertThat(board.alerts().entries())
                .singleElement()
                .extracting(e -> e.alert().id())
                .isEqualTo("a");
    }

    @Test
    void forgetsAVisitThatWasTakenBack() {
        board.visit(visit("v", VISIT));
        assertThat(board.visit("v")).isPresent();
        board.visit(visit("v", null));
        assertThat(board.visits()).isEmpty();
    }

    @Test
    void holdsWhatManyAlertsOfOneVisitRepeatOnce() {
        String source =
                "{\"reportId\":\"r1\",\"articleId\":\"a1\",\"revision\":0,\"title\":\"T\",\"outlet\":{\"name\":\"O\","
                        + "\"sourceClass\":\"other\"},\"language\":\"en\",\"at\":\"2026-11-22T08:00:00Z\",\"status\":\"ARRIVED\","
                        + "\"confidence\":0.9,\"evidence\":{\"section\":\"text\",\"span\":{\"start\":0,\"end\":1},\"sentence\":\"x\"},\"group\":0}";
        String more = source.replace("r1", "r2").replace("a1", "a2");
        board.alert(alert(0, 0, "a", VISIT.replace("\"sources\":[]", "\"sources\":[" + source + "]")));
        board.alert(alert(0, 1, "b", VISIT.replace("\"sources\":[]", "\"sources\":[" + more + "," + source + "]")));
        board.visit(visit("v", VISIT.replace("\"sources\":[]", "\"sources\":[" + source + "]")));
        Visit first = board.alerts().entries().get(0).alert().visit();
        Visit second = board.alerts().entries().get(1).alert().visit();
        assertThat(second.sources()).extracting(Visit.Source::reportId).containsExactly("r2", "r1");
        assertThat(second.sources().get(1)).isSameAs(first.sources().get(0));
        assertThat(second.head()).isSameAs(first.head());
        assertThat(board.visits().get(0).sources().get(0))
                .isSameAs(first.sources().get(0));
    }

    @Test
    void refusesAPositionItNeverGave() {
        for (String wrong : List.of("", "7", "0:x", "0:1;1:2", "-1:3")) {
            assertThatThrownBy(() -> board.alerts().subscribe(wrong, e -> {}))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no position");
        }
    }

    private static final String VISIT =
            "{\"id\":\"v\",\"version\":1,\"visitors\":[{\"id\":\"q\",\"name\":\"N\",\"country\":\"FR\",\"rank\":2}],"
                    + "\"place\":{\"watch\":\"baghdad\",\"level\":\"place\",\"id\":\"baghdad\"},"
                    + "\"dates\":{\"precision\":\"none\"},\"status\":\"ARRIVED\",\"hosts\":[],\"stops\":[],\"mergedIds\":[],"
                    + "\"confidence\":0.9,\"confirmed\":false,\"independentSources\":1,\"history\":[],\"sources\":[],"
                    + "\"notes\":[],\"openedAt\":\"2026-11-22T08:00:00Z\",\"updatedAt\":\"2026-11-22T08:00:00Z\","
                    + "\"closed\":false}";

    private static ConsumerRecord<String, byte[]> alert(int partition, long offset, String id) {
        return alert(partition, offset, id, VISIT);
    }

    private static ConsumerRecord<String, byte[]> alert(int partition, long offset, String id, String visit) {
        String json =
                "{\"id\":\"" + id + "\",\"change\":\"NEW_VISIT\",\"at\":\"2026-11-22T08:00:00Z\",\"summary\":\"s\","
                        + "\"visit\":" + visit + ",\"rules\":[],\"scoreParts\":[],\"baseRates\":[],\"backfill\":false,"
                        + "\"dataVersion\":\"1\"}";
        return new ConsumerRecord<>("alerts", partition, offset, "v", json.getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway") // Kafka's record is not annotated: null is a tombstone
    private static ConsumerRecord<String, byte[]> visit(String id, @Nullable String json) {
        return new ConsumerRecord<>("visits", 0, 0, id, json == null ? null : json.getBytes(StandardCharsets.UTF_8));
    }
}
