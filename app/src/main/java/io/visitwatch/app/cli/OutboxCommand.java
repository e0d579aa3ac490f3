package io.visitwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.visitwatch.alerts.kafka.OutboxWish;
import io.visitwatch.alerts.notify.Notification;
import io.visitwatch.alerts.render.Plain;
import io.visitwatch.app.run.KafkaAccess;
import io.visitwatch.app.run.RecordSender;
import io.visitwatch.app.run.TopicReader;
import io.visitwatch.model.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Messages to receivers that are not through: listed, tried again, dropped. */
@Command(name = "outbox", description = "List, retry and drop messages to receivers that are not delivered.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class OutboxCommand implements Runnable {
    private final InstantSource clock = InstantSource.system();

    @Spec
    private CommandSpec spec;

    @Mixin
    private BrokerOptions broker;

    @Override
    public void run() {
        list(null, false);
    }

    @Command(name = "list", description = "One line for each message not delivered; exit code 6 when some are parked.")
    int list(
            @Option(names = "--receiver", paramLabel = "NAME", description = "Only to this receiver.") @Nullable String receiver,
            @Option(names = "--json", description = "One JSON object a line.") boolean json) {
        Visitwatch root = Visitwatch.of(spec);
        List<Kept> open = open(root, broker.access(root), receiver, null);
        open.forEach(kept -> root.out().println(json ? Json.write(kept.notification()) : text(kept.notification())));
        long parked = open.stream().filter(Kept::parked).count();
        root.talk().say("%d message(s) not delivered, %d of them parked", open.size(), parked);
        return parked == 0 ? ExitCode.OK : ExitCode.PARTIAL;
    }

    @Command(name = "retry", description = "Make parked messages due again, with the ids they have.")
    int retry(
            @Option(names = "--receiver", paramLabel = "NAME", description = "Only to this receiver.") @Nullable String receiver,
            @Option(names = "--id", paramLabel = "ID", description = "Only this message.") @Nullable String id) {
        Instant now = clock.instant();
        return ask(receiver, id, "to be tried again", n -> n.retry(now, "retry asked for by an operator"));
    }

    @Command(name = "drop", description = "Give parked messages up for good.")
    int drop(
            @Option(names = "--receiver", paramLabel = "NAME", description = "Only to this receiver.") @Nullable String receiver,
            @Option(names = "--id", paramLabel = "ID", description = "Only this message.") @Nullable String id) {
        if (receiver == null && id == null) {
            throw new Refusal(ExitCode.USAGE, "outbox drop: say which with --id or --receiver");
        }
        return ask(receiver, id, "dropped", n -> n.dropped("dropped by an operator"));
    }

    private int ask(
            @Nullable String receiver, @Nullable String id, String done, Function<Notification, Notification> wish) {
        Visitwatch root = Visitwatch.of(spec);
        KafkaAccess access = broker.access(root);
        List<ProducerRecord<String, byte[]>> wishes = open(root, access, receiver, id).stream()
                .filter(Kept::parked)
                .map(kept -> OutboxWish.of(access.topics(), kept.partition(), wish.apply(kept.notification())))
                .toList();
        if (wishes.isEmpty() && id != null) {
            throw new Refusal(ExitCode.USAGE, "no parked message " + id + ": list them with ./visitwatch outbox list");
        }
        RecordSender.send(access, wishes, BrokerOptions.PATIENCE);
        root.talk().say("%d message(s) %s", wishes.size(), done);
        return ExitCode.OK;
    }

    private static List<Kept> open(
            Visitwatch root, KafkaAccess access, @Nullable String receiver, @Nullable String id) {
        Map<String, Kept> latest = new HashMap<>();
        try (TopicReader reader =
                TopicReader.open(access, access.topics().notifications().name(), BrokerOptions.PATIENCE)) {
            reader.readToEnd(entry -> {
                latest.remove(entry.key());
                if (entry.value() != null) {
                    try {
                        String value = new String(entry.value(), StandardCharsets.UTF_8);
                        latest.put(entry.key(), new Kept(entry.partition(), Json.read(value, Notification.class)));
                    } catch (JsonProcessingException e) {
                        root.talk()
                                .warn("no message at " + entry.topic() + "-" + entry.partition() + "@" + entry.offset()
                                        + ", left out: " + e.getOriginalMessage());
                    }
                }
                return true;
            });
        }
        List<Kept> open = new ArrayList<>(latest.values());
        open.removeIf(kept -> kept.notification().isFinal()
                || (receiver != null && !receiver.equals(kept.notification().receiver()))
                || (id != null && !id.equals(kept.notification().id())));
        open.sort(Comparator.comparing((Kept kept) -> kept.notification().createdAt())
                .thenComparing(kept -> kept.notification().id()));
        return open;
    }

    private static String text(Notification message) {
        return String.join(
                "  ",
                message.id(),
                message.state().name(),
                message.receiver(),
                message.createdAt().toString(),
                message.attempts() + " tries",
                message.alerts().size() + " alert(s)",
                message.lastError() == null ? "" : Plain.line(message.lastError()));
    }

    /** A message with the partition it stands in. */
    private record Kept(int partition, Notification notification) {
        boolean parked() {
            return notification.state() == Notification.State.PARKED;
        }
    }
}
