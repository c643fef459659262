package io.serviceconcept.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The identity of the local platform: its roles, clients and users, as {@code service-concept-realm.json} has them. */
final class Realm {

    static final String NAME = "service-concept";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {
    }

    /** A person who can log in; the password is the name followed by {@code -demo}. */
    record User(String name, String organisation, String role) {
    }

    static List<User> users() {
        List<User> users = new ArrayList<>();
        for (JsonNode user : read("service-concept-realm.json").path("users")) {
            if (user.has("credentials")) {
                users.add(new User(user.path("username").asText(),
                        user.path("attributes").path("organisation").path(0).asText(),
                        user.path("realmRoles").path(0).asText()));
            }
        }
        return users;
    }

    /** Writes the file that Keycloak imports. It wants the user profile as JSON in a string, which nobody can read. */
    static void writeImport(Path file) {
        ObjectNode realm = (ObjectNode) read("service-concept-realm.json");
        ObjectNode profile = realm.putObject("components").putArray("org.keycloak.userprofile.UserProfileProvider").addObject();
        profile.put("providerId", "declarative-user-profile");
        profile.putObject("config").putArray("kc.user.profile.config").add(read("user-profile.json").toString());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file.toFile(), realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream file = Realm.class.getResourceAsStream(resource)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
