package io.serviceconcept.eventsourcing.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Says in the OpenAPI document what holds for every operation: bodies take no unknown fields, and errors are problems.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    /** What lies here needs no token. */
    private static final String PUBLIC = "/v1/public/";
    /** What lies here is for operators, and no part of what is told of. */
    private static final String OPERATIONS = "/v1/operations/";
    /** On an operation: what makes the same again the same, in the place of an Idempotency-Key. */
    private static final String IDEMPOTENT_BY = "x-idempotent-by";
    /** On an operation that is no GET: why no history tells of it. */
    private static final String WITHOUT_HISTORY = "x-without-history";
    private static final String REF = "#/components/schemas/";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Deque<Schema> bodies = new ArrayDeque<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            boolean forAnybody = path.startsWith(PUBLIC);
            boolean inHistories = !forAnybody && !path.startsWith(OPERATIONS);
            item.getOperations().forEach((method, operation) -> {
                addErrors(operation, method, forAnybody);
                if (inHistories && method != PathItem.HttpMethod.GET && !hasExtension(operation, WITHOUT_HISTORY)) {
                    operation.addParameter(changeReason());
                }
                if (operation.getRequestBody() != null) {
                    addSchemas(operation.getRequestBody().getContent(), bodies);
                }
            });
        });
        document.getComponents().addSchema("Problem", problem());
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        closeAll(bodies, schemas);
    }

    private static void addSchemas(Content content, Deque<Schema> schemas) {
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().stream().map(MediaType::getSchema).filter(s -> s != null)
                    .forEach(schemas::add);
        }
    }

    /** Everything that a body can hold is closed, so that a misspelt field is an error and not silence. */
    private static void closeAll(Deque<Schema> open, Map<String, Schema> schemas) {
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.poll();
            String ref = schema.getRef();
            if (ref != null && ref.startsWith(REF) && seen.add(ref)) {
                Schema target = schemas.get(ref.substring(REF.length()));
                if (target != null) {
                    open.add(target);
                }
            }
            if (schema.getProperties() != null && !schema.getProperties().isEmpty()) {
                if (schema.getAdditionalPropertiesSchema() == null) {
                    schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
                }
                open.addAll(schema.getProperties().values());
            }
            if (schema.getItems() != null) {
                open.add(schema.getItems());
            }
            addAll(open, schema.getAllOf());
            addAll(open, schema.getAnyOf());
            addAll(open, schema.getOneOf());
        }
    }

    private static void addAll(Deque<Schema> open, List<Schema> schemas) {
        if (schemas != null) {
            open.addAll(schemas);
        }
    }

    private static void addErrors(Operation operation, PathItem.HttpMethod method, boolean forAnybody) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        APIResponses responses = operation.getResponses();
        addError(responses, "400", "Malformed or invalid; errors lists every violation");
        if (!forAnybody) {
            addError(responses, "401", "No valid access token");
            addError(responses, "403", "The caller's roles do not allow it");
        }
        addError(responses, "404", "Absent, or another organisation's");
        addError(responses, "429", "Too many requests, see Retry-After");
        addError(responses, "503", "Temporarily unavailable, see Retry-After");
        if (operation.getRequestBody() != null) {
            addError(responses, "413", "The body is too large");
            addError(responses, "415", "The body is of another media type");
        }
        if (method == PathItem.HttpMethod.POST && responses.hasAPIResponse("201") && !hasExtension(operation, IDEMPOTENT_BY)) {
            operation.addParameter(OASFactory.createParameter().name("Idempotency-Key").in(Parameter.In.HEADER)
                    .description("Your name for this request, kept for 24 hours: the same again is answered the same")
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(1).maxLength(200)));
        }
        if (method != PathItem.HttpMethod.GET) {
            addError(responses, "409", "A rule of the domain is broken; type says which");
        }
        ifMatch(operation).ifPresent(parameter -> {
            addError(responses, "412", "The version in If-Match is stale");
            // a resource that can do without says so: @Parameter(required = false)
            if (parameter.getRequired() == null) {
                addError(responses, "428", "If-Match is missing");
            }
        });
    }

    private static Parameter changeReason() {
        return OASFactory.createParameter().name(ChangeReason.HEADER).in(Parameter.In.HEADER)
                .description(
                        "Why: told in the history of what this changes, where the request says no reason of its own. What is "
                                + "not ASCII, and a percent sign, is percent-encoded UTF-8; decoded it has 1-1,000 characters. It is "
                                + "kept for ever and read by all who read the history: name no persons in it")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).minLength(1));
    }

    private static boolean hasExtension(Operation operation, String name) {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(name);
    }

    private static Optional<Parameter> ifMatch(Operation operation) {
        return operation.getParameters() == null ? Optional.empty()
                : operation.getParameters().stream()
                        .filter(parameter -> HttpHeaders.IF_MATCH.equalsIgnoreCase(parameter.getName())).findFirst();
    }

    private static void addError(APIResponses responses, String status, String description) {
        APIResponse known = responses.getAPIResponse(status);
        if (known != null && known.getContent() != null) {
            return;
        }
        APIResponse response = OASFactory.createAPIResponse().description(description)
                .content(OASFactory.createContent().addMediaType("application/problem+json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref("Problem"))));
        responses.addAPIResponse(status, response);
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema violation = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", OASFactory.createSchema().addType(Schema.SchemaType.STRING)
                        .description("JSON Pointer into the body; ?name for a query parameter"))
                .addProperty("message", text);
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT)
                .description("An error (RFC 9457). title, detail and the messages of errors are in the language that "
                        + "Accept-Language prefers, nl or en; type is the same in all of them")
                .addProperty("type", text).addProperty("title", text)
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text).addProperty("instance", text).addProperty("traceId", text)
                .addProperty("errors", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(violation));
    }
}
