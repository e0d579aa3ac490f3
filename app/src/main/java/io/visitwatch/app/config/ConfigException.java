package io.visitwatch.app.config;

import java.util.List;

/** A configuration that cannot be used, with everything wrong in it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /** At least one problem. */
    public ConfigException(List<ConfigProblem> problems) {
        super(problems.get(0)
                + (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more: see visitwatch check)"));
        this.problems = List.copyOf(problems);
    }

    /** One problem. */
    public ConfigException(String place, String key, String message) {
        this(List.of(new ConfigProblem(place, key, message)));
    }

    /** Everything wrong, in file order. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
