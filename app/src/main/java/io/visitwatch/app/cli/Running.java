package io.visitwatch.app.cli;

import io.visitwatch.app.run.Service;
import io.visitwatch.app.run.ServiceOptions;
import java.time.InstantSource;

/** A service that stops in order when the process is told to end: Ctrl-C, SIGTERM, or the end of the command. */
final class Running implements AutoCloseable {
    private final Service service;

    Running(ServiceOptions options, InstantSource clock) {
        try {
            this.service = Service.start(options, clock);
        } catch (IllegalStateException e) { // the API's port
            throw new Refusal(ExitCode.ENVIRONMENT, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) { // what the schema cannot see
            throw new Refusal(ExitCode.CONFIG, String.valueOf(e.getMessage()), e);
        }
        // The hook only: the exit code of a signal is the JVM's own, 130 or 143.
        Runtime.getRuntime().addShutdownHook(new Thread(service::close, "shutdown"));
    }

    Service service() {
        return service;
    }

    @Override
    public void close() {
        service.close();
    }
}
