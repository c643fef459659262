package io.serviceconcept.concept;

import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.serviceconcept.eventsourcing.http.Sort;

/** Says in the OpenAPI document how the lists of parts can be ordered, and what of them can be asked for. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class PartListFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        for (DocumentKind<?, ?> kind : DocumentKind.ALL) {
            PathItem list = document.getPaths().getPathItem("/v1/concepts/{concept}/" + kind.type().segment());
            if (list != null && list.getGET() != null) {
                describe(list.getGET(), kind.type().kind());
            }
        }
    }

    private static void describe(Operation list, PartKind kind) {
        List<String> sorts = Sort.parameters(List.of(PartList.sorts(kind)));
        list.addParameter(query("sort", "Ordered by this, with a minus the other way round; what is equal by id",
                oneOf(sorts).defaultValue(sorts.getFirst())));
        list.addParameter(query("q", "Only those whose name holds this; capitals and accents make no difference",
                text().minLength(1).maxLength(200)));
        PartFilter.of(kind).forEach(filter -> list.addParameter(query(filter.name(), "Only those with this " + filter.name(),
                filter.values().isEmpty() ? text() : oneOf(filter.values()))));
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema oneOf(List<String> values) {
        Schema schema = text();
        values.forEach(schema::addEnumeration);
        return schema;
    }
}
