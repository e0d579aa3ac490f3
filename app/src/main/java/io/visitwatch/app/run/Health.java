package io.visitwatch.app.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** How the parts of this process are. Thread-safe. */
public final class Health {
    private final ConcurrentMap<String, Supplier<State>> parts = new ConcurrentHashMap<>();

    /**
     * One part.
     *
     * @param alive whether it can still do its work, now or later
     * @param ready whether it does its work now
     * @param detail in a word or two
     */
    public record State(boolean alive, boolean ready, String detail) {
        /** Not yet there. */
        public static final State STARTING = new State(true, false, "starting");

        /** At work. */
        public static final State UP = new State(true, true, "up");
    }

    /** Announces a part that is not there yet. */
    public void starting(String part) {
        parts.put(part, () -> State.STARTING);
    }

    /** A part that can be asked. */
    public void watch(String part, Supplier<State> state) {
        parts.put(part, state);
    }

    /** The state of every part, by name. */
    public Map<String, State> states() {
        Map<String, State> states = new LinkedHashMap<>();
        parts.keySet().stream().sorted().forEach(name -> {
            Supplier<State> part = parts.get(name);
            states.put(name, part == null ? State.STARTING : part.get());
        });
        return states;
    }

    /** Whether every part is alive. */
    public boolean alive() {
        return states().values().stream().allMatch(State::alive);
    }

    /** Whether every part works. */
    public boolean ready() {
        return states().values().stream().allMatch(State::ready);
    }
}
