package io.serviceconcept.eventsourcing.operations;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/**
 * Writes the addresses for operators in this service's OpenAPI document as they are here, with its word in them and names
 * of their own, so that the documents of all services can be one.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OperationsFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Paths paths = document.getPaths();
        if (paths == null || paths.getPathItems() == null) {
            return;
        }
        String word = ThisService.word();
        Paths ours = OASFactory.createPaths();
        for (Map.Entry<String, PathItem> path : paths.getPathItems().entrySet()) {
            boolean forOperators = path.getKey().startsWith(ThisService.ADDRESSES);
            if (forOperators) {
                settle(path.getValue(), word);
            }
            ours.addPathItem(forOperators ? path.getKey().replace("{service}", word) : path.getKey(), path.getValue());
        }
        ours.setExtensions(paths.getExtensions());
        document.setPaths(ours);
    }

    private static void settle(PathItem path, String word) {
        path.setParameters(withoutService(path.getParameters()));
        for (Operation operation : path.getOperations().values()) {
            operation.setParameters(withoutService(operation.getParameters()));
            String id = operation.getOperationId();
            if (id != null) {
                operation.setOperationId(id + "Of" + Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
    }

    private static @Nullable List<Parameter> withoutService(@Nullable List<Parameter> parameters) {
        return parameters == null ? null
                : parameters.stream().filter(parameter -> !"service".equals(parameter.getName())).toList();
    }
}
