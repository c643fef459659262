package io.serviceconcept.imports;

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
}
