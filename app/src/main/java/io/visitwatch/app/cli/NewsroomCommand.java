package io.visitwatch.app.cli;

import io.visitwatch.app.demo.Demo;
import io.visitwatch.app.demo.Newsroom;
import io.visitwatch.app.demo.NewsroomData;
import io.visitwatch.model.wire.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The bundled newsroom alone, for services that run elsewhere. */
@Command(
        name = "newsroom",
        description =
                "Run the newsroom of the demo alone, until it is told to stop, and print the feeds for a configuration.")
@SuppressWarnings("NullAway.Init") // fields set by picocli
final class NewsroomCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; default ${DEFAULT-VALUE}.")
    private String listen;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0", description = "Port; 0 for any free one.")
    private int port;

    @Option(names = "--name", paramLabel = "HOST", description = "Host name its readers use; the address by default.")
    private @Nullable String name;

    @Override
    public Integer call() throws InterruptedException {
        Visitwatch root = Visitwatch.of(spec);
        InstantSource clock = InstantSource.system();
        try (Newsroom newsroom = Newsroom.open(
                NewsroomData.bundled(),
                new InetSocketAddress(listen, port),
                name,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                Demo.STEP,
                clock)) {
            newsroom.data()
                    .stories()
                    .keySet()
                    .forEach(outlet -> root.out()
                            .println("  - { id: " + outlet.id() + ", url: \"" + newsroom.feed(outlet) + "\", outlet: \""
                                    + outlet.name() + "\", country: " + outlet.country() + ", language: "
                                    + outlet.language() + ", class: "
                                    + Json.mapper()
                                            .valueToTree(outlet.sourceClass())
                                            .asText() + ", zone: Asia/Baghdad }"));
            root.out().flush();
            root.talk().say("visitwatch: the newsroom is open on port " + newsroom.port() + "; Ctrl-C closes it");
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.ENVIRONMENT,
                    "the newsroom cannot listen on " + listen + ":" + port + " (" + e.getMessage()
                            + "): free the port or name another with --port",
                    e);
        }
        return ExitCode.OK;
    }
}
