package io.serviceconcept.concept;

import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.serviceconcept.eventsourcing.http.AsOfParameter;

/**
 * Says in the OpenAPI document which readings take {@code asOf}: the concept, all that its
 * draft holds, its analysis, its ideas, its editions, the document of it; not what tells a history, or what others say now.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AsOfFilter implements OASFilter {

    private static final Pattern PATHS = Pattern.compile("/v1/concepts/\\{concept}"
            + "(/(direction|customer-groups|layers|channels|services|service-levels|research-activities|insights|needs"
            + "|objectives|channel-shifts|assumptions|stakeholders|offers|hand-overs|budget|editions|document|export|gap-analysis|matrix|ideas)(?!/[^/]+/(history|readiness))(/.*)?)?");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().forEach((path, item) -> {
            Operation read = path.endsWith("/what-if") ? item.getPOST() : item.getGET();
            if (read != null && PATHS.matcher(path).matches() && !takesAsOf(read)) {
                read.addParameter(asOf());
            }
        });
    }

    private static boolean takesAsOf(Operation read) {
        return read.getParameters() != null
                && read.getParameters().stream().anyMatch(parameter -> AsOfParameter.NAME.equals(parameter.getName()));
    }

    private static Parameter asOf() {
        return OASFactory.createParameter().name(AsOfParameter.NAME).in(Parameter.In.QUERY)
                .description("What was known at this moment; one that lies ahead is now. 404 when nothing was there yet")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).format("date-time"));
    }
}
