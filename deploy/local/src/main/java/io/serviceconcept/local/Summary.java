package io.serviceconcept.local;

import java.util.List;
import java.util.stream.Collectors;

/** What the launcher says when the platform is ready: where everything is, who can log in, and two commands to try. */
final class Summary {

    private static final String CALLER = "marit";
    private static final String ORGANISATION = "municipality";

    private final Platform platform;
    private final DataFolder folder;

    Summary(Platform platform, DataFolder folder) {
        this.platform = platform;
        this.folder = folder;
    }

    String text() {
        return """

                The platform is ready.

                  REST API    %s/v1   documentation %s/docs
                  Keycloak    %s   administrator admin, password in %s
                  PostgreSQL  127.0.0.1:%d   databases concept, journey, measurement, passwords in %s
                  Kafka       127.0.0.1:%d

                Users (password: the name followed by -demo)
                %s

                Get a token, then %s:

                  TOKEN=$(curl -s -d grant_type=password -d client_id=service-concept-cli -d username=%s -d password=%s-demo %s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" %s

                Logs: ./platform logs   Stop: ./platform down
                """
                .formatted(platform.gateway(), platform.gateway(), platform.url(Part.KEYCLOAK),
                        folder.of(Part.KEYCLOAK).resolve("admin-password"), platform.port(Part.POSTGRESQL),
                        folder.secrets(), platform.port(Part.KAFKA), users(), purpose(), CALLER, CALLER,
                        platform.tokenEndpoint(), shown());
    }

    private String purpose() {
        return example().isEmpty() ? "list the concepts" : "show how the municipality's concept is doing";
    }

    private String shown() {
        return platform.gateway() + "/v1/concepts"
                + example().stream().map(example -> "/" + example.conceptId() + "/evaluation").collect(Collectors.joining());
    }

    private List<ExampleLoader.Example> example() {
        return platform.examples().stream().filter(example -> example.organisation().equals(ORGANISATION)).limit(1).toList();
    }

    private static String users() {
        return Realm.users().stream().map(Realm.User::organisation).distinct()
                .map(organisation -> "  %-16s %s".formatted(organisation, usersOf(organisation)))
                .collect(Collectors.joining("\n"));
    }

    private static String usersOf(String organisation) {
        return Realm.users().stream().filter(user -> user.organisation().equals(organisation))
                .map(user -> user.name() + " (" + user.role() + ")").collect(Collectors.joining(", "));
    }
}
