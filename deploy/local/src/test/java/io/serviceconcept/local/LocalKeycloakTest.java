package io.serviceconcept.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class LocalKeycloakTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static LocalKeycloak keycloak;
    private static AccessTokens tokens;

    @BeforeAll
    static void start() {
        keycloak = LocalKeycloak.start(Path.of("target").toAbsolutePath(), directory, 0);
        tokens = new AccessTokens(keycloak.tokenEndpoint());
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void theTokenOfEveryUserNamesIssuerAudienceOneOrganisationAndTheRole() throws IOException {
        List<Realm.User> users = Realm.users();
        assertThat(users).extracting(Realm.User::name).containsExactlyInAnyOrder(
                "mila", "dirk", "anna", "marit", "arie", "otto", "fenna", "floor", "finn", "fatima");
        for (Realm.User user : users) {
            JsonNode claims = claims(tokens.ofUser(user.name()));
            assertThat(claims.path("iss").asText()).isEqualTo(keycloak.issuer())
                    .isEqualTo("http://127.0.0.1:" + keycloak.port() + "/realms/service-concept");
            assertThat(claims.path("aud")).isEqualTo(JSON.valueToTree("service-concept-api"));
            assertThat(claims.path("organisation")).isEqualTo(JSON.valueToTree(user.organisation()));
            assertThat(claims.path("realm_access").path("roles")).isEqualTo(JSON.valueToTree(List.of(user.role())));
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(900);
        }
    }

    @Test
    void theSurveyToolHasATokenOfItsOwnForTheMunicipality() throws IOException {
        JsonNode claims = claims(tokens.ofSurveyIntegration());
        assertThat(claims.path("aud")).isEqualTo(JSON.valueToTree("service-concept-api"));
        assertThat(claims.path("organisation")).isEqualTo(JSON.valueToTree("municipality"));
        assertThat(claims.path("realm_access").path("roles")).isEqualTo(JSON.valueToTree(List.of("integration")));
    }

    @Test
    void tokensAreSignedWithRs256() throws IOException {
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(tokens.ofUser("mila").split("\\.")[0]));
        assertThat(header.path("alg").asText()).isEqualTo("RS256");
    }

    @Test
    void onlyAnAdministratorOfTheRealmDecidesWhoseOrganisationAUserIsOf() throws Exception {
        JsonNode profile = JSON.readTree(administer("GET", "/users/profile", "").body());
        for (JsonNode attribute : profile.path("attributes")) {
            if (attribute.path("name").asText().equals("organisation")) {
                assertThat(attribute.path("permissions").path("edit")).isEqualTo(JSON.valueToTree(List.of("admin")));
                return;
            }
        }
        throw new AssertionError("the profile declares no organisation: " + profile);
    }

    @Test
    void aUserCannotBeOfTwoOrganisations() throws Exception {
        ObjectNode mila = (ObjectNode) JSON.readTree(administer("GET", "/users?username=mila&exact=true", "").body()).path(0);
        mila.putObject("attributes").putArray("organisation").add("municipality").add("fashion-for-you");
        HttpResponse<String> answer = administer("PUT", "/users/" + mila.path("id").asText(), mila.toString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(claims(tokens.ofUser("mila")).path("organisation")).isEqualTo(JSON.valueToTree("municipality"));
    }

    private static HttpResponse<String> administer(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String server = "http://127.0.0.1:" + keycloak.port();
            String login = "grant_type=password&client_id=admin-cli&username=admin&password="
                    + Files.readString(directory.resolve("admin-password"));
            String token = JSON.readTree(client.send(HttpRequest.newBuilder(
                    URI.create(server + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(login)).build(), HttpResponse.BodyHandlers.ofString()).body())
                    .path("access_token").asText();
            return client.send(HttpRequest.newBuilder(URI.create(server + "/admin/realms/service-concept" + path))
                    .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
