package io.serviceconcept.gateway;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** What a gateway has around it: an identity provider and three services, all of them real HTTP servers. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private boolean identityProviderComesLater;

    StubService identityProvider;
    Tokens tokens;
    StubService concept;
    StubService measurement;
    StubService journey;

    @Override
    public void init(Map<String, String> arguments) {
        identityProviderComesLater = "later".equals(arguments.get("identityProvider"));
    }

    @Override
    public Map<String, String> start() {
        identityProvider = new StubService(vertx, "identity-provider");
        tokens = new Tokens(identityProvider.url());
        identityProvider.behaves(this::identify);
        if (identityProviderComesLater) {
            identityProvider.stop();
        }
        concept = new StubService(vertx, "concept");
        measurement = new StubService(vertx, "measurement");
        journey = new StubService(vertx, "journey");
        return Map.of(
                "quarkus.oidc.auth-server-url", identityProvider.url(),
                "gateway.concept-service.url", concept.url(),
                "gateway.measurement-service.url", measurement.url(),
                "gateway.journey-service.url", journey.url(),
                "gateway.max-body-size", "1M",
                "gateway.upstream.response-timeout", "1S",
                "gateway.api-document.cached-for", "0S");
    }

    void servicesBehaveNormally() {
        List.of(concept, measurement, journey).forEach(StubService::behavesNormally);
    }

    String bearer() {
        return "Bearer " + tokens.of("dirk");
    }

    void later(long millis, Runnable what) {
        vertx.setTimer(millis, timer -> what.run());
    }

    private void identify(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json").end(switch (request.path()) {
            case "/.well-known/openid-configuration" -> tokens.discovery();
            case "/keys" -> tokens.publicKeys();
            default -> "{}";
        });
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        StubService.await(vertx.close());
    }
}
