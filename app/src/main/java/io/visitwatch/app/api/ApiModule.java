package io.visitwatch.app.api;

import io.javalin.config.JavalinConfig;

/** A group of routes. */
@FunctionalInterface
public interface ApiModule {
    /** Adds its routes and handlers. */
    void install(JavalinConfig config);
}
