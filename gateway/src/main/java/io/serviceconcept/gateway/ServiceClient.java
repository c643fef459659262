package io.serviceconcept.gateway;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;

/** Connections to the services. Nothing is ever sent twice: whether that is safe, only the caller knows. */
@ApplicationScoped
class ServiceClient {

    private final HttpClient client;
    private final Map<Service, RequestOptions> origins = new EnumMap<>(Service.class);

    ServiceClient(Vertx vertx, GatewayConfig config) {
        GatewayConfig.UpstreamConfig upstream = config.upstream();
        int connectMillis = Math.toIntExact(upstream.connectTimeout().toMillis());
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(connectMillis)
                // each request is a stream of its own: one that is broken off takes no other with it
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setUseAlpn(true)
                .setHttp2MaxPoolSize(upstream.connections())
                .setMaxPoolSize(upstream.connections())
                .setMaxWaitQueueSize(upstream.waiting()));
        for (Service service : Service.values()) {
            origins.put(service, origin(service, service.in(config).url()).setConnectTimeout(connectMillis));
        }
    }

    HttpClient client() {
        return client;
    }

    /** A request to this service, over a connection of its own until it is answered. */
    Future<HttpClientRequest> open(Service service) {
        return client.request(new RequestOptions(Objects.requireNonNull(origins.get(service))));
    }

    private static RequestOptions origin(Service service, URI url) {
        boolean tls = "https".equals(url.getScheme());
        boolean plain = "http".equals(url.getScheme());
        boolean bare = url.getRawQuery() == null && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
        if (!(tls || plain) || url.getHost() == null || !bare) {
            throw new IllegalArgumentException(
                    "gateway." + service.title() + ".url must be http(s)://host[:port] and nothing more, not " + url);
        }
        int standardPort = tls ? 443 : 80;
        return new RequestOptions().setSsl(tls).setHost(url.getHost())
                .setPort(url.getPort() < 0 ? standardPort : url.getPort());
    }
}
