package io.serviceconcept.eventsourcing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells problems in the language of the caller. What is stable, types and pointers, is the same in all of them. */
public class ProblemLanguage {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    private final Translations dutch = Translations.dutch();

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getMediaType() == null || !PROBLEM.isCompatible(response.getMediaType())) {
            return;
        }
        Language language = Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (language == Language.DUTCH && response.getEntity() instanceof Map<?, ?> body) {
            Map<Object, Object> told = new LinkedHashMap<>(body);
            told.replaceAll((member, value) -> told(member, value, body));
            response.setEntity(told);
        }
    }

    private Object told(Object member, Object value, Map<?, ?> body) {
        return switch (value) {
            case String title when member.equals("title") -> title(title, body);
            case String detail when member.equals("detail") -> dutch.text(detail);
            case List<?> list -> list.stream().map(this::item).toList();
            default -> value;
        };
    }

    private String title(String english, Map<?, ?> body) {
        String type = String.valueOf(body.get("type"));
        return dutch.title(type.substring(type.lastIndexOf('/') + 1)).orElse(english);
    }

    private Object item(Object item) {
        return switch (item) {
            case Violation violation -> new Violation(violation.pointer(), dutch.text(violation.message()));
            case Worded worded -> worded.in(dutch::text);
            default -> item;
        };
    }
}
