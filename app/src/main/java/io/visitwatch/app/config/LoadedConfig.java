package io.visitwatch.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A configuration that passed every check.
 *
 * @param config its values
 * @param file where it came from; null when there was no file and the defaults run
 * @param shown its tree as it may be shown, secrets hidden
 * @param warnings what is allowed but unwise, one line each
 */
public record LoadedConfig(AppConfig config, @Nullable Path file, JsonNode shown, List<String> warnings) {
    public LoadedConfig {
        Objects.requireNonNull(config, "config");
        warnings = List.copyOf(warnings);
    }

    /** A path written in the configuration: relative to the configuration file, else to the working folder. */
    public Path path(String written) {
        Path path = Path.of(written);
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        return (folder == null ? path : folder.resolve(path)).toAbsolutePath().normalize();
    }
}
