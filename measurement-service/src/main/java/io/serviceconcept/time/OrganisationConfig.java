package io.serviceconcept.time;

import java.time.ZoneId;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where organisations are. */
@ConfigMapping(prefix = "organisation")
interface OrganisationConfig {

    /** The zone in which days, months and years begin. */
    @WithDefault("Europe/Amsterdam")
    ZoneId timeZone();
}
