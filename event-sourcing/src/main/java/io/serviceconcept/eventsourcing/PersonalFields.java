package io.serviceconcept.eventsourcing;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a record can hold a personal value at any depth. Most cannot, and cost nothing then. Where the types do not tell,
 * the answer is yes: that costs only time.
 */
final class PersonalFields {

    private final Set<Type> seen = new HashSet<>();

    static boolean mayOccurIn(Class<?> event) {
        return new PersonalFields().mayOccur(event);
    }

    private boolean mayOccur(Type type) {
        if (!seen.add(type)) {
            return false;
        }
        return switch (type) {
            case ParameterizedType generic ->
                isContainer(generic.getRawType()) ? Arrays.stream(generic.getActualTypeArguments()).anyMatch(this::mayOccur)
                        : mayOccur(generic.getRawType())
                                || Arrays.stream(generic.getActualTypeArguments()).anyMatch(this::mayOccur);
            case GenericArrayType array -> mayOccur(array.getGenericComponentType());
            case Class<?> of -> mayOccurInClass(of);
            default -> true; // a variable or a wildcard
        };
    }

    private boolean mayOccurInClass(Class<?> of) {
        if (of == Personal.class) {
            return true;
        }
        if (of.isArray()) {
            return mayOccur(of.getComponentType());
        }
        if (of.isRecord()) {
            return Arrays.stream(of.getRecordComponents()).map(RecordComponent::getGenericType).anyMatch(this::mayOccur);
        }
        if (of.isSealed()) {
            return Arrays.stream(of.getPermittedSubclasses()).anyMatch(this::mayOccur);
        }
        boolean isOfTheJdk = of.isPrimitive() || of.getName().startsWith("java.");
        return !of.isEnum() && (of == Object.class || isContainer(of) || !isOfTheJdk);
    }

    private static boolean isContainer(Type type) {
        return type instanceof Class<?> of
                && (Collection.class.isAssignableFrom(of) || Map.class.isAssignableFrom(of) || of == Optional.class);
    }
}
