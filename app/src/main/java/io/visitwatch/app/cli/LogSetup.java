package io.visitwatch.app.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Locale;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Sets the log up in code: it depends on the command line, and a file would cost start time. */
final class LogSetup {
    /** One event a line, whatever its message holds: a forged line would need a line break. */
    private static final String PATTERN =
            "%d{HH:mm:ss.SSS} %-5level %logger{0} - %replace(%msg){'[\\r\\n]+', ' '}%replace(%kvp){'[\\r\\n]+', ' '}%n%ex{short}";

    private LogSetup() {}

    /** How lines look; the names are what people type. */
    enum Format {
        text,
        json
    }

    /** How much is told. */
    enum Level {
        error,
        warn,
        info,
        debug
    }

    static void apply(Format format, Level level) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return; // a test brought another back end
        }
        context.reset();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder(format, context));
        appender.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        boolean silent = level == Level.error;
        root.setLevel(silent ? ch.qos.logback.classic.Level.ERROR : ch.qos.logback.classic.Level.WARN);
        context.getLogger("io.visitwatch")
                .setLevel(ch.qos.logback.classic.Level.toLevel(level.name().toUpperCase(Locale.ROOT)));
        quietKafka(context, silent);
    }

    private static Encoder<ILoggingEvent> encoder(Format format, LoggerContext context) {
        if (format == Format.json) {
            JsonEncoder json = new JsonEncoder();
            json.setContext(context);
            json.start();
            return json;
        }
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(PATTERN);
        text.start();
        return text;
    }

    /** A broker and clients in one process warn about each other's ordinary starts and stops. */
    private static void quietKafka(LoggerContext context, boolean silent) {
        ch.qos.logback.classic.Level level =
                silent ? ch.qos.logback.classic.Level.OFF : ch.qos.logback.classic.Level.ERROR;
        for (String name : new String[] {"kafka", "org.apache.kafka", "state.change.logger", "org.eclipse.jetty"}) {
            context.getLogger(name).setLevel(level);
        }
    }
}
