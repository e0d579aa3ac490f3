package io.visitwatch.app.run;

import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.app.SampleVisits;
import io.visitwatch.model.Alert;
import io.visitwatch.model.Visit;
import io.visitwatch.model.VisitChange;
import io.visitwatch.model.VisitStatus;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Boards for tests, filled as the topics fill them. */
public final class Boards {
    private Boards() {}

    /** A board that has read {@code visits} from its topic. */
    public static Board of(List<Visit> visits) {
        Board board = new Board();
        for (Visit visit : visits) {
            byte[] value = Json.write(visit).getBytes(StandardCharsets.UTF_8);
            board.visit(new ConsumerRecord<>("visits", 0, 0, visit.id(), value));
        }
        return board;
    }

    /** A board that has read one statement of coverage from its topic. */
    public static Board of(CoverageStatement statement) {
        Board board = new Board();
        byte[] value = Json.write(statement).getBytes(StandardCharsets.UTF_8);
        board.coverage(new ConsumerRecord<>("coverage", 0, 0, statement.key(), value));
        return board;
    }

    /** Lets a board read {@code count} alerts from partition 0, from the offset {@code first} on. */
    public static void tell(Board board, int first, int count) {
        Visit visit = SampleVisits.visit("v", "Ada Nord", "NO", "2026-11-21", VisitStatus.ARRIVED, "a1");
        for (int offset = first; offset < first + count; offset++) {
            Alert alert = new Alert(
                    "alert-" + offset,
                    VisitChange.NEW_VISIT,
                    visit.updatedAt(),
                    "Ada Nord in Baghdad",
                    visit,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    "test");
            byte[] value = Json.write(alert).getBytes(StandardCharsets.UTF_8);
            board.alert(new ConsumerRecord<>("alerts", 0, offset, visit.id(), value));
        }
    }
}
