package io.serviceconcept.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.serviceconcept.eventsourcing.testing.Tokens;

/** The API as somebody of an organisation uses it. */
public record Api(String organisation, String subject, String... roles) {

    /** A designer of an organisation that no other test knows. */
    public static Api designer() {
        return new Api("org-" + UUID.randomUUID(), "dirk", "designer");
    }

    public Api with(String otherSubject, String... otherRoles) {
        return new Api(organisation, otherSubject, otherRoles);
    }

    public Api manager() {
        return with("marit", "manager");
    }

    public RequestSpecification request() {
        return given().auth().oauth2(Tokens.of(organisation, subject, roles));
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    public ValidatableResponse post(String path, String body) {
        return request().contentType(ContentType.JSON).body(body).post(path).then();
    }

    public ValidatableResponse put(String path, String ifMatch, String body) {
        return request().contentType(ContentType.JSON).header("If-Match", ifMatch).body(body).put(path).then();
    }

    public ValidatableResponse delete(String path, String ifMatch) {
        return request().header("If-Match", ifMatch).delete(path).then();
    }

    /** The ETag of what is at an address now. */
    public String version(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    /** Creates something and answers its address. */
    public String created(String path, String body) {
        Response response = request().contentType(ContentType.JSON).body(body).post(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** Creates something and answers its id, the end of its address. */
    public String id(String path, String body) {
        String address = created(path, body);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** A new concept; answers its address. */
    public String concept() {
        return created("/v1/concepts", """
                {"name": "Our service", "slug": "s-%s"}""".formatted(UUID.randomUUID()));
    }
}
