package io.visitwatch.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script. */
@Command(
        name = "completion",
        description = "Print a completion script for bash and zsh: source <(./visitwatch completion)")
@SuppressWarnings("NullAway.Init") // set by picocli
final class CompletionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Visitwatch.of(spec).out().println(Visitwatch.completion(spec));
    }
}
