package io.serviceconcept.concept;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import io.serviceconcept.concept.CustomerGroup.SkillLevel;
import io.serviceconcept.concept.CustomerGroup.UnusableChannel;
import io.smallrye.common.annotation.RunOnVirtualThread;

@Path("/v1/concepts/{concept}/customer-groups")
@Tag(name = "Customer groups")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CustomerGroupsResource {

    static final PartType<CustomerGroup> TYPE = new PartType<>(CustomerGroup.class, PartKind.CUSTOMER_GROUP, "customer-groups",
            CustomerGroupView::of);

    private final PartEndpoints parts;

    CustomerGroupsResource(PartEndpoints parts) {
        this.parts = parts;
    }

    /**
     * @param share of the customer base in percent, 0–100, at most two decimals
     */
    record CustomerGroupContent(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 4000) String description,
            @NotNull @DecimalMin("0") @DecimalMax("100") BigDecimal share,
            @NotNull SkillLevel selfReliance, @NotNull SkillLevel digitalSkill,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> contactPreferences,
            @Nullable @Size(max = 200) String homeLayer,
            @Nullable @Size(max = 200) @Schema(uniqueItems = true) List<@NotBlank @Size(max = 200) String> otherLayers,
            @Nullable @Size(max = 200) List<@NotNull @Valid UnusableChannelContent> unusableChannels) {

        CustomerGroup part(String id) {
            Checks checks = new Checks().decimals(share, 2, "/share");
            Set<String> named = new HashSet<>();
            for (int i = 0; unusableChannels != null && i < unusableChannels.size(); i++) {
                checks.require(named.add(unusableChannels.get(i).channel()), "/unusableChannels/" + i + "/channel",
                        "is named twice");
            }
            checks.pass();
            List<UnusableChannel> unusable = unusableChannels == null ? List.of()
                    : unusableChannels.stream().map(u -> new UnusableChannel(u.channel(), u.reason())).toList();
            return new CustomerGroup(id, name, description, Decimals.plain(share), selfReliance, digitalSkill,
                    contactPreferences == null ? List.of() : contactPreferences, homeLayer,
                    otherLayers == null ? List.of() : otherLayers, unusable);
        }
    }

    record UnusableChannelContent(@NotBlank @Size(max = 200) String channel, @NotBlank @Size(max = 4000) String reason) {
    }

    record CustomerGroupView(String id, String name, @Nullable String description, BigDecimal share,
            SkillLevel selfReliance, SkillLevel digitalSkill, List<String> contactPreferences, @Nullable String homeLayer,
            List<String> otherLayers, List<UnusableChannelContent> unusableChannels, long version) {

        static CustomerGroupView of(CustomerGroup group, long version) {
            return new CustomerGroupView(group.id(), group.name(), group.description(), group.share(),
                    group.selfReliance(), group.digitalSkill(), group.contactPreferences(), group.homeLayer(),
                    group.otherLayers(), group.unusableChannels().stream()
                            .map(u -> new UnusableChannelContent(u.channel(), u.reason())).toList(),
                    version);
        }
    }

    record CustomerGroupViewPage(List<CustomerGroupView> items) {
    }

    @POST
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "addCustomerGroup", summary = "Add a customer group to the draft")
    @APIResponse(responseCode = "201", description = "Added", content = @Content(schema = @Schema(implementation = CustomerGroupView.class)))
    public Response add(@PathParam("concept") String concept, CustomerGroupContent body) {
        return parts.add(TYPE, concept, body.part(UUID.randomUUID().toString()));
    }

    @GET
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "listCustomerGroups", summary = "The customer groups of the draft, by name")
    @APIResponse(responseCode = "200", description = "A page; the header Link names the next", content = @Content(schema = @Schema(implementation = CustomerGroupViewPage.class)))
    public Response list(@PathParam("concept") String concept, @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        return parts.list(TYPE, concept, uri, limit, cursor);
    }

    @GET
    @Path("/{group}")
    @RolesAllowed({ "viewer", "designer", "analyst", "manager", "admin" })
    @Operation(operationId = "getCustomerGroup", summary = "A customer group of the draft")
    @APIResponse(responseCode = "200", description = "The customer group; its ETag is its own version", content = @Content(schema = @Schema(implementation = CustomerGroupView.class)))
    public Response get(@PathParam("concept") String concept, @PathParam("group") String id) {
        return parts.get(TYPE, concept, id);
    }

    @PUT
    @Path("/{group}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "changeCustomerGroup", summary = "Change a customer group of the draft")
    @APIResponse(responseCode = "200", description = "Changed", content = @Content(schema = @Schema(implementation = CustomerGroupView.class)))
    public Response change(@PathParam("concept") String concept, @PathParam("group") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch, CustomerGroupContent body) {
        return parts.change(TYPE, concept, ifMatch, body.part(id));
    }

    @DELETE
    @Path("/{group}")
    @RolesAllowed({ "designer", "manager", "admin" })
    @Operation(operationId = "removeCustomerGroup", summary = "Remove a customer group from the draft")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(@PathParam("concept") String concept, @PathParam("group") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return parts.remove(TYPE, concept, ifMatch, id);
    }
}
