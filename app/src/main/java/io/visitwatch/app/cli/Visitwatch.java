package io.visitwatch.app.cli;

import io.visitwatch.app.config.ConfigException;
import io.visitwatch.app.config.ConfigLoader;
import io.visitwatch.app.config.LoadedConfig;
import io.visitwatch.broker.BrokerException;
import io.visitwatch.enrich.gazetteer.GazetteerException;
import io.visitwatch.enrich.lang.LanguagePackException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root command: the options all verbs share, and what they bring. */
@Command(
        name = "visitwatch",
        description = "Reads the news as it is published and says which foreign official is in Baghdad, was there,"
                + " or is about to come.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all went well",
            " 1:internal error (a bug: please report it)",
            " 2:wrong use of the command line",
            " 3:wrong configuration",
            " 4:environment: broker, network, disk or port",
            " 5:data folder in use by another process",
            " 6:done in part: some input could not be used",
            " 130:interrupted (Ctrl-C)",
            " 143:terminated (SIGTERM)"
        },
        subcommands = {
            DemoCommand.class,
            NewsroomCommand.class,
            RunCommand.class,
            CheckCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            FeedsCommand.class,
            AlertsCommand.class,
            VisitsCommand.class,
            TopicsCommand.class,
            DlqCommand.class,
            DetectCommand.class,
            ExtractCommand.class,
            ParseFeedsCommand.class,
            ExplainCommand.class,
            ArchiveCommand.class,
            ReplayCommand.class,
            BacktestCommand.class,
            ScoreCommand.class,
            GazetteerCommand.class,
            TimelineCommand.class,
            RoutesCommand.class,
            OutboxCommand.class,
            CompletionCommand.class,
        })
public final class Visitwatch implements Runnable {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration; without it ./visitwatch.yaml when there is one, else the defaults.")
    private @Nullable Path configFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data folder, in place of the configured one.")
    private @Nullable Path dataFolder;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print data and failures only.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Print what happens; with a failure its stack trace.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            defaultValue = "auto",
            description = "auto, always or never; NO_COLOR is obeyed.")
    private ColorWhen color = ColorWhen.auto;

    @Option(
            names = "--log-format",
            paramLabel = "FORM",
            scope = ScopeType.INHERIT,
            defaultValue = "text",
            description = "text, or json for one JSON object a line.")
    private LogSetup.Format logFormat = LogSetup.Format.text;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final Console console;
    private final UnaryOperator<@Nullable String> environment;

    private Visitwatch(Console console, UnaryOperator<@Nullable String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** When colours are used; the names are what people type. */
    enum ColorWhen {
        auto,
        always,
        never
    }

    /** Runs one command line and returns the exit code. */
    public static int execute(Console console, UnaryOperator<@Nullable String> environment, String... args) {
        return commandLine(console, environment).execute(args);
    }

    static CommandLine commandLine(Console console, UnaryOperator<@Nullable String> environment) {
        Visitwatch root = new Visitwatch(console, environment);
        CommandLine line = new CommandLine(root)
                .setOut(writer(console.out()))
                .setErr(writer(console.err()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, args) -> root.misused(wrong))
                .setExecutionExceptionHandler((failure, where, parsed) -> root.report(failure));
        line.setExecutionStrategy(parsed -> {
            root.prepare();
            return new CommandLine.RunLast().execute(parsed);
        });
        return line;
    }

    /** The root of the command line a sub-command belongs to. */
    static Visitwatch of(CommandSpec spec) {
        return (Visitwatch) spec.root().userObject();
    }

    @Override
    public void run() {
        spec.commandLine().usage(console.out());
    }

    /** Where to read and write. */
    Console console() {
        return console;
    }

    /** Where data goes. */
    PrintStream out() {
        return console.out();
    }

    /** Where talk goes. */
    Talk talk() {
        boolean painted = color == ColorWhen.always
                || (color == ColorWhen.auto && console.terminal() && environment.apply("NO_COLOR") == null);
        return new Talk(console, quiet, verbose, painted);
    }

    /** The configuration: the given file, else the one in the working folder, else the defaults. */
    LoadedConfig config() {
        ConfigLoader loader = new ConfigLoader(environment);
        Path here = Path.of(ConfigLoader.DEFAULT_NAME);
        LoadedConfig loaded;
        if (configFile != null) {
            loaded = loader.load(configFile);
        } else {
            loaded = Files.isRegularFile(here) ? loader.load(here) : loader.defaults();
        }
        loaded.warnings().forEach(talk()::warn);
        return loaded;
    }

    /** The configuration given on the command line, else the defaults; what lies in the working folder is left aside. */
    LoadedConfig plainConfig() {
        ConfigLoader loader = new ConfigLoader(environment);
        return configFile == null ? loader.defaults() : loader.load(configFile);
    }

    /** The configuration in a file other than the usual one. */
    LoadedConfig config(Path file) {
        LoadedConfig loaded = new ConfigLoader(environment).load(file);
        loaded.warnings().forEach(talk()::warn);
        return loaded;
    }

    /** The data folder given on the command line; null when none was. */
    @Nullable Path givenData() {
        return dataFolder == null ? null : dataFolder.toAbsolutePath().normalize();
    }

    /** The data folder: given on the command line, else configured. */
    Path data(LoadedConfig loaded) {
        Path given = givenData();
        return given == null ? loaded.path(loaded.config().data()) : given;
    }

    /** Lets the log talk as a service does: what happens, not only what fails. */
    void logAsService() {
        LogSetup.apply(logFormat, quiet ? LogSetup.Level.warn : verbose ? LogSetup.Level.debug : LogSetup.Level.info);
    }

    private void prepare() {
        LogSetup.apply(logFormat, verbose ? LogSetup.Level.info : LogSetup.Level.error);
    }

    private int misused(CommandLine.ParameterException wrong) {
        String verb = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String near = CommandLine.UnmatchedArgumentException.printSuggestions(
                        wrong, new PrintWriter(java.io.Writer.nullWriter()))
                ? String.join(" or ", ((CommandLine.UnmatchedArgumentException) wrong).getSuggestions())
                : "";
        talk().fail(String.valueOf(wrong.getMessage()).replaceAll("\\R", " ")
                + (near.isEmpty() ? "" : "; did you mean " + near + "?") + " (see " + verb + " --help)");
        return ExitCode.USAGE;
    }

    private int report(Exception failure) {
        Talk talk = talk();
        int code = code(failure);
        String message = failure.getMessage();
        if (code == ExitCode.INTERNAL) {
            talk.fail("internal error, please report it: " + failure);
            talk.trace(failure);
        } else {
            talk.fail(message == null ? failure.toString() : message.replaceAll("\\R", " "));
            if (talk.verbose()) {
                talk.trace(failure);
            }
        }
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.exitCode();
        }
        if (failure instanceof ConfigException
                || failure instanceof GazetteerException
                || failure instanceof LanguagePackException) {
            return ExitCode.CONFIG;
        }
        if (failure instanceof BrokerException broker) {
            return switch (broker.kind()) {
                case LOCKED -> ExitCode.LOCKED;
                case ENVIRONMENT -> ExitCode.ENVIRONMENT;
                case CONFIGURATION -> ExitCode.CONFIG;
            };
        }
        return ExitCode.INTERNAL;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Text of the completion script for bash and zsh. */
    static String completion(CommandSpec spec) {
        return AutoComplete.bash("visitwatch", spec.root().commandLine());
    }
}
