package io.serviceconcept.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The page over the API document: Swagger UI from its webjar. Nothing of it comes from anywhere else. */
@ApplicationScoped
class DocsPage {

    /** Swagger UI writes style attributes; all else is from here and may talk to here only. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, Asset> assets;

    DocsPage() {
        String swaggerUi = "META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion() + "/";
        assets = Map.of(
                "", new Asset("text/html; charset=utf-8", content("docs/index.html")),
                "start.js", new Asset("text/javascript; charset=utf-8", content("docs/start.js")),
                "swagger-ui.css", new Asset("text/css; charset=utf-8", content(swaggerUi + "swagger-ui.css")),
                "swagger-ui-bundle.js",
                new Asset("text/javascript; charset=utf-8", content(swaggerUi + "swagger-ui-bundle.js")),
                "favicon-32x32.png", new Asset("image/png", content(swaggerUi + "favicon-32x32.png")));
    }

    void answer(RoutingContext ctx, String file) {
        Asset asset = assets.get(file);
        if (asset == null) {
            Problem.notFound().answer(ctx);
            return;
        }
        ctx.request().resume();
        ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .putHeader("Content-Security-Policy", POLICY)
                .end(asset.content());
    }

    private static String swaggerUiVersion() {
        Properties webjar = new Properties();
        try (InputStream file = open("META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            webjar.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return webjar.getProperty("version");
    }

    private static Buffer content(String resource) {
        try (InputStream file = open(resource)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (file == null) {
            throw new IOException("Not packaged: " + resource);
        }
        return file;
    }

    private record Asset(String mediaType, Buffer content) {
    }
}
