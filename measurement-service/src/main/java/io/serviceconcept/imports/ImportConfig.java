package io.serviceconcept.imports;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much may be imported at once. */
@ConfigMapping(prefix = "imports")
interface ImportConfig {

    /** The largest file, as it is sent and decompressed. {@code quarkus.http.limits.max-body-size} is not less. */
    @WithDefault("2G")
    MemorySize maxFileSize();

    /** How many times longer a file may become when it is decompressed, beyond the first 10 MB. */
    @WithDefault("200")
    int maxCompression();

    /** Files of an organisation that are not taken in yet. */
    @WithDefault("20")
    int maxWaiting();

    /** How often an import fails without going on before it is given up, over {@link #givenUpAfter} at least. */
    @WithDefault("100")
    int mostFailures();

    /** How long an import fails without going on before it is given up, {@link #mostFailures} times at least. */
    @WithDefault("24H")
    Duration givenUpAfter();
}
