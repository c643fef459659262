package io.serviceconcept.bounds;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large the bodies of requests may be. */
@ConfigMapping(prefix = "bodies")
interface BodyConfig {

    /** The largest body that is no file to import; those go up to {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("10M")
    MemorySize maxSize();
}
