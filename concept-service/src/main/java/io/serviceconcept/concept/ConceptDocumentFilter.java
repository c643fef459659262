package io.serviceconcept.concept;

import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Says in the OpenAPI document what a document of a concept holds of each kind of part: what its endpoint takes, and an id. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ConceptDocumentFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents() == null ? null : document.getComponents().getSchemas();
        if (schemas == null || !schemas.containsKey("ConceptDocument")) {
            return;
        }
        Schema parts = closed();
        for (DocumentKind<?, ?> kind : DocumentKind.ALL) {
            Schema content = schemas.get(kind.content().getSimpleName());
            if (content != null) {
                parts.addProperty(kind.field(), OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                        .items(item(kind, content)));
            }
        }
        schemas.get("ConceptDocument").addProperty("parts", parts);
        Schema idea = schemas.get("IdeaContent");
        if (idea != null) {
            schemas.get("ConceptDocument").addProperty("ideas", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY)
                    .description(
                            "The open ideas, without concept tests and quotes, which are about people. What is made of one is "
                                    + "PROPOSED: nothing has been decided there")
                    .maxItems(ConceptDocument.MOST_IDEAS).items(withFields(closed(), idea)));
        }
    }

    /** An object that takes no unknown fields. */
    private static Schema closed() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
    }

    private static Schema withFields(Schema item, Schema content) {
        if (content.getProperties() != null) {
            content.getProperties().forEach(item::addProperty);
        }
        if (content.getRequired() != null) {
            content.getRequired().forEach(item::addRequired);
        }
        return item;
    }

    private static Schema item(DocumentKind<?, ?> kind, Schema content) {
        Schema item = closed().addProperty("id",
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(1).maxLength(200)
                        .description("Its own within the document; what is made from the document gets new ones"))
                .addRequired("id");
        withFields(item, content);
        DocumentKind.Operational<?, ?> operational = kind.operational();
        if (operational != null) {
            Schema values = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
            for (Enum<?> value : operational.values().getEnumConstants()) {
                values.addEnumeration(value.name());
            }
            item.addProperty(operational.field(), values);
        }
        return item;
    }
}
