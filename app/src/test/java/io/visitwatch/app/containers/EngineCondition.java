package io.visitwatch.app.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Runs container tests where an engine answers; see {@link ContainerTest}. */
final class EngineCondition implements ExecutionCondition {
    static {
        // The client library knows this setting as a property only; an older engine refuses the newest protocol.
        String version = System.getenv("DOCKER_API_VERSION");
        if (version != null && System.getProperty("api.version") == null) {
            System.setProperty("api.version", version);
        }
    }

    private static final boolean REQUIRED = Boolean.getBoolean("visitwatch.containers.required");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (REQUIRED) {
            return ConditionEvaluationResult.enabled("the container suite was asked for");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled("a Docker engine answers")
                : ConditionEvaluationResult.disabled("no Docker engine answers");
    }
}
