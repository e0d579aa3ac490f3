package io.visitwatch.app.run;

import io.visitwatch.alerts.coverage.CoverageStatement;
import io.visitwatch.model.Visit;
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
}
