package io.visitwatch.app.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first Ctrl-C or SIGTERM ends the process in order, a second one at once: a drain that hangs must not need {@code kill -9}.
 * Both end with the code that shells give a signal, 130 or 143. What was not committed is read again at the next start.
 */
final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final List<String> NAMES = List.of("INT", "TERM");

    private final AtomicBoolean told = new AtomicBoolean();
    private final Talk talk;
    private final IntConsumer inOrder;
    private final IntConsumer atOnce;

    StopSignals(Talk talk, IntConsumer inOrder, IntConsumer atOnce) {
        this.talk = talk;
        this.inOrder = inOrder;
        this.atOnce = atOnce;
    }

    /** Listens for both signals, as far as this JVM lets programs do that; without it, it ends in order only. */
    static void listen(Talk talk) {
        StopSignals signals = new StopSignals(talk, System::exit, Runtime.getRuntime()::halt);
        try {
            for (String name : NAMES) {
                listen(name, signals);
            }
        } catch (ReflectiveOperationException e) {
            LOG.debug("signals are left to the JVM", e);
        }
    }

    /** By reflection: the class belongs to every JDK, but the compiler warns of it without a way to say that it is meant. */
    private static void listen(String name, StopSignals signals) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Method number = signal.getMethod("getNumber");
        Object listener = Proxy.newProxyInstance(
                StopSignals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        signals.told(128 + (int) number.invoke(arguments[0]));
                    }
                    return null;
                });
        try {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), listener);
        } catch (InvocationTargetException e) { // started with -Xrs, or unknown to this system
            LOG.debug("{} is left to the JVM", name, e);
        }
    }

    /** Ends the process in order the first time, at once from then on. */
    void told(int code) {
        if (told.compareAndSet(false, true)) {
            inOrder.accept(code);
        } else {
            talk.say(
                    "visitwatch: told to stop again: stopping at once; what was not committed is done again at the next start");
            atOnce.accept(code);
        }
    }
}
