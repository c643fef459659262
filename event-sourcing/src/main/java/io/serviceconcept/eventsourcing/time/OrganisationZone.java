package io.serviceconcept.eventsourcing.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.spi.Converter;

/** The time zone of one organisation. */
public record OrganisationZone(String organisation, ZoneId zone) {

    /** Reads it as it is written in a setting: {@code harbour=America/New_York}. */
    public static final class Reader implements Converter<OrganisationZone> {

        private static final Pattern WRITTEN = Pattern.compile("([a-z0-9][a-z0-9-]{0,99})=(.+)");

        /**
         * @throws IllegalArgumentException when no organisation can be called that, or there is no such zone
         */
        @Override
        public OrganisationZone convert(String written) {
            Matcher matcher = WRITTEN.matcher(written.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException('"' + written + "\" is not as harbour=America/New_York");
            }
            try {
                return new OrganisationZone(matcher.group(1), ZoneId.of(matcher.group(2)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("there is no time zone \"" + matcher.group(2) + '"', e);
            }
        }
    }
}
