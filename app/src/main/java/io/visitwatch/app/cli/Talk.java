package io.visitwatch.app.cli;

import java.io.PrintStream;
import java.util.Locale;

/** What a command says to people, on standard error. Never data. */
public final class Talk {
    private static final String ESCAPE = "\u001b[";

    private final PrintStream err;
    private final boolean quiet;
    private final boolean verbose;
    private final boolean color;
    private final boolean terminal;

    Talk(Console console, boolean quiet, boolean verbose, boolean color) {
        this.err = console.err();
        this.terminal = console.terminal();
        this.quiet = quiet;
        this.verbose = verbose;
        this.color = color;
    }

    /** One line for whoever watches; not with {@code -q}. */
    public void say(String line) {
        if (!quiet) {
            err.println(line);
        }
    }

    /** One line of a pattern. */
    public void say(String pattern, Object... arguments) {
        say(String.format(Locale.ROOT, pattern, arguments));
    }

    /** One line that matters even with {@code -q}. */
    public void warn(String line) {
        err.println(paint("33", "visitwatch: " + line));
    }

    /** Why the command failed. */
    void fail(String line) {
        err.println(paint("31", "visitwatch: " + line));
    }

    /** The whole story of a failure, with {@code -v} or when it is a bug. */
    void trace(Throwable cause) {
        cause.printStackTrace(err);
    }

    /** Whether details are wanted. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether only data and failures are wanted. */
    public boolean quiet() {
        return quiet;
    }

    /** Whether a person watches, so that a line may be drawn over. */
    public boolean terminal() {
        return terminal && !quiet;
    }

    /** {@code text} in a colour of ANSI code {@code code}, where colours are wanted. */
    public String paint(String code, String text) {
        return color ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
