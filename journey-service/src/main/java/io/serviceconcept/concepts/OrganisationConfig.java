package io.serviceconcept.concepts;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the organisations that use the platform count their days. */
@ConfigMapping(prefix = "organisation")
interface OrganisationConfig {

    /** The time zone that decides on which day an edition takes force. */
    @WithDefault("Europe/Amsterdam")
    ZoneId timeZone();
}
