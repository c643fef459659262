package io.serviceconcept.eventsourcing.http;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Gives every body of the OpenAPI document the example that {@link Examples} has of it. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExampleFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        Examples examples = Examples.ofAllModules();
        document.getPaths().getPathItems().values().stream().flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .forEach(operation -> operation.getRequestBody().getContent().getMediaTypes()
                        .forEach((type, media) -> add(examples, operation, type, media)));
    }

    private static void add(Examples examples, Operation operation, String type, MediaType media) {
        if (media.getExample() != null || media.getExamples() != null) {
            return;
        }
        Object own = examples.body(operation.getOperationId());
        Object example = own != null ? own : of(examples, media.getSchema());
        if (example != null) {
            media.setExample(type.contains("ndjson") ? Examples.line(example) : example);
        }
    }

    private static @Nullable Object of(Examples examples, @Nullable Schema schema) {
        if (schema == null) {
            return null;
        }
        if (schema.getRef() != null) {
            return examples.body(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
        }
        if (schema.getItems() != null) {
            Object item = of(examples, schema.getItems());
            return item == null ? null : List.of(item);
        }
        return schema.getOneOf() == null ? null : of(examples, schema.getOneOf().getFirst());
    }
}
