package io.visitwatch.app.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a Docker engine. Without one it is skipped, unless the container suite was asked for ({@code mvn verify
 * -Pcontainers}): then it fails, so that a missing engine cannot pass for success.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("docker")
@ExtendWith(EngineCondition.class)
public @interface ContainerTest {}
