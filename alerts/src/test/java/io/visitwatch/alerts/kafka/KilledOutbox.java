package io.visitwatch.alerts.kafka;

import io.visitwatch.model.wire.Topics;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that runs an outbox and is gone at a step of a delivery: without shutdown hooks, as after a kill -9. */
final class KilledOutbox {
    /** Exit code of a process killed by signal 9. */
    static final int KILLED = 137;

    private KilledOutbox() {}

    /**
     * Runs it.
     *
     * @param args {@code BOOTSTRAP PREFIX URL STEP}
     */
    @SuppressWarnings("SystemExitOutsideMain") // it is the death this is about
    public static void main(String[] args) throws InterruptedException {
        int last = Integer.parseInt(args[3]);
        AtomicInteger steps = new AtomicInteger();
        AtomicBoolean answered = new AtomicBoolean();
        NotifyService service =
                Desk.outbox(Map.of("bootstrap.servers", args[0]), new Topics(args[1]), args[2], passed -> {
                    answered.compareAndSet(false, passed == DeliveryStep.ANSWERED);
                    boolean done = answered.get() && passed == DeliveryStep.COMMITTED; // fewer steps where all is slow
                    if (steps.incrementAndGet() == last || done) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                });
        new CountDownLatch(1).await();
        service.close();
    }
}
