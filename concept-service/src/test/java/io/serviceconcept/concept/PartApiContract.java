package io.serviceconcept.concept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.serviceconcept.testing.Api;
import io.serviceconcept.testing.Example;

/** What holds for the endpoints of every kind of part; each kind says how its bodies look. */
abstract class PartApiContract {

    static final String PROBLEMS = "https://serviceconcept.io/problems/";

    Example example;
    Api designer;

    @BeforeEach
    void aConcept() {
        example = Example.created(Api.designer());
        designer = example.designer();
    }

    /** Where the parts of this kind are, after the address of the concept. */
    abstract String segment();

    /** A part with every field. */
    abstract String body();

    /** The same part with {@link #changedField} set to {@link #changedValue}. */
    abstract String changed();

    abstract String changedField();

    abstract Object changedValue();

    abstract String invalid();

    abstract List<String> pointers();

    String parts() {
        return example.concept() + segment();
    }

    @Test
    void isAddedReadListedChangedAndRemoved() {
        String part = designer.created(parts(), body());
        designer.get(part).statusCode(200).body("id", equalTo(part.substring(part.lastIndexOf('/') + 1)));
        designer.get(parts()).statusCode(200).body("items", hasSize(1));

        designer.put(part, designer.version(part), changed()).statusCode(200).body(changedField(), is());
        designer.get(part).body(changedField(), is());

        designer.delete(part, designer.version(part)).statusCode(204);
        designer.get(part).statusCode(404);
        designer.get(parts()).body("items", empty());
    }

    @Test
    void everythingThatIsAskedIsKept() {
        String answer = designer.request().contentType(ContentType.JSON).body(body()).post(parts()).asString();
        String part = parts() + "/" + JsonPath.from(answer).getString("id");

        designer.put(part, designer.version(part), body()).statusCode(200);

        assertThat(designer.get(part).extract().asString())
                .as("what was sent again changed nothing").isEqualTo(answer);
    }

    @Test
    void everyViolationIsNamed() {
        designer.post(parts(), invalid()).statusCode(400).body("type", equalTo(PROBLEMS + "invalid-input"))
                .body("errors.pointer", containsInAnyOrder(pointers().toArray()));
        designer.get(parts()).body("items", empty());
    }

    @Test
    void aStaleVersionIsRefused() {
        String part = designer.created(parts(), body());
        String seen = designer.version(part);
        designer.put(part, seen, changed()).statusCode(200);

        designer.put(part, seen, body()).statusCode(412).body("type", equalTo(PROBLEMS + "stale-version"));
        designer.delete(part, seen).statusCode(412);
        designer.request().contentType(ContentType.JSON).body(body()).put(part).then().statusCode(428);
        designer.get(part).body(changedField(), is());
    }

    @Test
    void whatIsAnotherOrganisationsIsNotThere() {
        String part = designer.created(parts(), body());
        String seen = designer.version(part);
        Api stranger = Api.designer();

        stranger.get(parts()).statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        stranger.get(part).statusCode(404);
        stranger.post(parts(), body()).statusCode(404);
        stranger.put(part, seen, changed()).statusCode(404);
        stranger.delete(part, seen).statusCode(404);
    }

    @Test
    void whoMayNotChangeADraftMayRead() {
        String part = designer.created(parts(), body());
        String seen = designer.version(part);
        for (String role : new String[] { "viewer", "analyst" }) {
            Api reader = designer.with("r", role);
            reader.get(part).statusCode(200);
            reader.post(parts(), body()).statusCode(403);
            reader.put(part, seen, changed()).statusCode(403);
            reader.delete(part, seen).statusCode(403);
        }
        for (String role : new String[] { "integration", "operator" }) {
            designer.with("r", role).get(part).statusCode(403);
        }
    }

    @Test
    void historyTellsOfIt() {
        String part = designer.created(parts(), body());
        designer.delete(part, designer.version(part)).statusCode(204);

        designer.get(example.concept() + "/history?limit=200").statusCode(200)
                .body("items.event", hasItems("concept." + word() + "-added.v1", "concept." + word() + "-removed.v1"));
    }

    private String word() {
        return segment().substring(1).replaceAll("ies$", "y").replaceAll("s$", "");
    }

    private Matcher<Object> is() {
        return equalTo(changedValue());
    }

    void refused(String body, String type) {
        designer.post(parts(), body).statusCode(409).contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + type));
    }

    void unknown(String body, String... pointers) {
        designer.post(parts(), body).statusCode(409).body("type", equalTo(PROBLEMS + "unknown-reference"))
                .body("errors.pointer", contains(pointers));
    }

    /** Removing the part at this address is refused with the names of what refers to it. */
    void stays(String address, String... referrers) {
        designer.delete(address, designer.version(address)).statusCode(409)
                .body("type", equalTo(PROBLEMS + "still-referred-to"))
                .body("references.name", containsInAnyOrder(referrers));
    }
}
