package io.serviceconcept.bare;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** Stores an answer as anybody would at first: one insert that commits by itself. */
@Path("/answers")
@RunOnVirtualThread
class AnswersResource {

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    AnswersResource(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    record Answer(@NotBlank @Size(max = 200) String id, @NotNull Instant interactionAt,
            @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Mark> answers) {
    }

    record Mark(@NotBlank @Size(max = 200) String question, @NotNull BigDecimal value) {
    }

    record Receipt(String id) {
    }

    @POST
    @RolesAllowed("integration")
    public Response push(@Valid @NotNull Answer answer) throws SQLException, JsonProcessingException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection
                        .prepareStatement("insert into answer (id, body) values (?, ?::jsonb)")) {
            insert.setString(1, answer.id());
            insert.setString(2, json.writeValueAsString(answer));
            insert.executeUpdate();
        }
        return Response.status(201).entity(new Receipt(answer.id())).build();
    }
}
