package io.visitwatch.app.cli;

/** Exit codes of every command; scripts rely on them. */
public final class ExitCode {
    /** All went well. */
    public static final int OK = 0;
    /** A bug of ours. */
    public static final int INTERNAL = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** The configuration is wrong. */
    public static final int CONFIG = 3;
    /** The environment does not allow it: broker, network, disk, port. */
    public static final int ENVIRONMENT = 4;
    /** Another process holds the data folder. */
    public static final int LOCKED = 5;
    /** Done, but not all of the input could be used. */
    public static final int PARTIAL = 6;

    private ExitCode() {}
}
