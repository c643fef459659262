package io.serviceconcept.eventsourcing.time;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;

/** Where organisations are. Public, because its generated implementation may live in another class loader. */
@ConfigMapping(prefix = "organisation")
public interface OrganisationConfig {

    /** The zone in which days, months and years begin for every organisation that has none of its own. */
    @WithDefault("Europe/Amsterdam")
    ZoneId timeZone();

    /**
     * The zones of organisations that are elsewhere, separated by commas: {@code harbour=America/New_York}. In one setting,
     * because the name of an environment variable cannot tell every organisation.
     */
    Optional<List<@WithConverter(OrganisationZone.Reader.class) OrganisationZone>> timeZones();
}
