package io.serviceconcept.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Services as they were built in the checkout that this module lies in. */
record Built(Map<String, Path> jars) {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    /**
     * @param home the folder of this module
     * @param services their folders in the checkout
     * @return empty when one of them is not built
     */
    static Optional<Built> of(Path home, String... services) {
        for (Path folder = home.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path checkout = folder;
            if (List.of(services).stream().allMatch(service -> Files.exists(jar(checkout, service)))) {
                return Optional.of(new Built(List.of(services).stream()
                        .collect(Collectors.toMap(service -> service, service -> jar(checkout, service)))));
            }
        }
        return Optional.empty();
    }

    Path jar(String service) {
        Path jar = jars.get(service);
        if (jar == null) {
            throw new IllegalArgumentException(service + " was not asked for");
        }
        return jar;
    }

    private static Path jar(Path checkout, String service) {
        return checkout.resolve(service).resolve(JAR);
    }
}
