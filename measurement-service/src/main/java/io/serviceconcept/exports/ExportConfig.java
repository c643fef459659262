package io.serviceconcept.exports;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Exports. */
@ConfigMapping(prefix = "exports")
interface ExportConfig {

    /** How long a file can be downloaded. That it was made stays known. */
    @WithDefault("24H")
    Duration kept();

    /** How often an export fails without going on before it is given up, over {@link #givenUpAfter} at least. */
    @WithDefault("100")
    int mostFailures();

    /** How long an export fails without going on before it is given up, {@link #mostFailures} times at least. */
    @WithDefault("24H")
    Duration givenUpAfter();
}
