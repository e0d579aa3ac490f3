package io.visitwatch.app.run;

import io.visitwatch.broker.BrokerException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Waits for an external cluster at start: it may come up beside us. */
public final class ClusterWait {
    private static final int ONE_TRY_SECONDS = 5;

    private ClusterWait() {}

    /**
     * Returns once the cluster answers.
     *
     * @param say told once that we wait
     * @throws BrokerException when it does not answer within {@code patience}
     */
    public static void until(KafkaAccess access, Duration patience, Consumer<String> say) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, Object> settings = new HashMap<>(access.client());
        settings.put("client.id", access.topics().prefix() + "-wait");
        boolean told = false;
        try (Admin admin = Admin.create(settings)) {
            while (true) {
                String why = ask(admin);
                if (why.isEmpty()) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new BrokerException(
                            BrokerException.Kind.ENVIRONMENT,
                            "no answer from Kafka at " + access.bootstrap() + " within " + patience.toSeconds() + " s ("
                                    + why + "): check that it runs and kafka.bootstrap.servers");
                }
                if (!told) {
                    told = true;
                    say.accept("waiting for Kafka at " + access.bootstrap());
                }
            }
        } catch (KafkaException e) {
            Throwable root = e.getCause() == null ? e : e.getCause();
            throw new BrokerException(
                    BrokerException.Kind.ENVIRONMENT,
                    "cannot use Kafka at " + access.bootstrap() + " (" + root.getMessage()
                            + "): check kafka.bootstrap.servers",
                    e);
        }
    }

    /** One try; empty when it succeeded, else why not. */
    private static String ask(Admin admin) {
        try {
            admin.describeCluster().nodes().get(ONE_TRY_SECONDS, TimeUnit.SECONDS);
            return "";
        } catch (TimeoutException e) {
            return "no connection";
        } catch (ExecutionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerException(BrokerException.Kind.ENVIRONMENT, "interrupted while waiting for Kafka", e);
        }
    }
}
