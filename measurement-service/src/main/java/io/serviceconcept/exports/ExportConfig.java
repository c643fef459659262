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
}
