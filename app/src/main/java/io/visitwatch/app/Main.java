package io.visitwatch.app;

import io.visitwatch.app.cli.Console;
import io.visitwatch.app.cli.Visitwatch;

/** Where the program starts and ends. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = Visitwatch.execute(Console.standard(), System::getenv, args);
        // Explicit: client libraries leave threads behind that would keep the process alive.
        System.exit(code);
    }
}
