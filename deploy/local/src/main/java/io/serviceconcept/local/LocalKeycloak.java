package io.serviceconcept.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A real Keycloak in a JVM of its own with the realm {@code service-concept}: the roles, the two organisations' users and
 * the clients of the local platform.
 *
 * <p>
 * It listens on 127.0.0.1 alone. The realm is imported on the first start; what is in the directory is kept over restarts.
 */
public final class LocalKeycloak implements AutoCloseable {

    private static final List<String> DISTRIBUTION = List.of("bin", "conf", "lib", "providers", "themes", "version.txt");

    private final ServerProcess server;
    private final int port;

    private LocalKeycloak(ServerProcess server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it and waits until the realm answers.
     *
     * @param distribution the folder where the build of {@code deploy/local} has put Keycloak's archive (its
     *        {@code target}); it is unpacked and optimised there on the first start
     * @param directory where data, the administrator's password and the log ({@code keycloak.log}) live; made if missing
     * @param port the TCP port; 0 for a free one
     * @throws PlatformFailure when it does not start; the log says why
     */
    public static LocalKeycloak start(Path distribution, Path directory, int port) {
        LocalKeycloak keycloak = launch(distribution, directory, Ports.orFree(port), directory.resolve("keycloak.log"));
        try {
            keycloak.awaitReady(() -> false);
            return keycloak;
        } catch (PlatformFailure e) {
            keycloak.close();
            throw e;
        }
    }

    static LocalKeycloak launch(Path distribution, Path directory, int port, Path log) {
        KeycloakDistribution keycloak = KeycloakDistribution.in(distribution);
        Path home = Directories.create(directory);
        link(keycloak.home(), home);
        Realm.writeImport(home.resolve("data").resolve("import").resolve(Realm.NAME + "-realm.json"));
        Map<String, String> environment = new HashMap<>();
        if (!Files.isDirectory(home.resolve("data").resolve("h2"))) {
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", Secrets.keptIn(home, "admin-password"));
        }
        ServerProcess server = ServerProcess.start("keycloak", keycloak.arguments(home,
                "start", "--optimized", "--import-realm", "--cache=local", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + port, "--hostname=" + url(port)), environment, log);
        return new LocalKeycloak(server, port);
    }

    void awaitReady(BooleanSupplier givenUp) {
        server.awaitReady(URI.create(issuer() + "/.well-known/openid-configuration"), givenUp);
    }

    public int port() {
        return port;
    }

    /** The issuer that its tokens name. */
    public String issuer() {
        return url(port) + "/realms/" + Realm.NAME;
    }

    /** Where tokens are asked for. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** The server's process. */
    public ProcessHandle process() {
        return server.handle();
    }

    /** Ends it at once, as {@code kill -9} does. */
    public void kill() {
        server.kill();
    }

    /** Stops it. Closing twice is fine. */
    @Override
    public void close() {
        server.stop();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Keycloak keeps its data inside its home: one of links gives every server data of its own. */
    private static void link(Path distribution, Path home) {
        try {
            for (String name : DISTRIBUTION) {
                Path link = home.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
