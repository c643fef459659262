package io.serviceconcept.mywork;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.Names;

/**
 * Somebody whose work is asked for. Owners are named in free words, a person or a function, so names are compared apart
 * from capitals, accents and spaces.
 *
 * @param names folded
 * @param manager whether what is nobody's is theirs to see to
 */
record Owner(Set<String> names, boolean manager) {

    Owner {
        names = Set.copyOf(names);
    }

    static Owner named(String name) {
        return new Owner(Set.of(Names.folded(name)), false);
    }

    /** The caller under every name that the token knows: the id, the user name and the full name. */
    static Owner of(JsonWebToken token, boolean manager) {
        return new Owner(Stream
                .of(token.getSubject(), token.getName(), text(token.getClaim("preferred_username")),
                        text(token.getClaim("name")))
                .filter(Objects::nonNull).filter(name -> !name.isBlank()).map(Names::folded)
                .collect(Collectors.toUnmodifiableSet()), manager);
    }

    /** Whether one of these names is meant. */
    boolean isAnyOf(@Nullable String... owners) {
        return Stream.of(owners).anyMatch(owner -> owner != null && names.contains(Names.folded(owner)));
    }

    /** Whether one of these names is meant, or none is given and a manager asks. */
    boolean hasToSeeTo(Collection<String> owners) {
        return owners.isEmpty() ? manager : owners.stream().anyMatch(this::isAnyOf);
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim == null ? null : claim.toString();
    }
}
