package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The administrators, for administrators. */
@Path("/admin/api/v1/admins")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Admin rights")
class AdminsResource {
    private final AdminRightAdministration administration;

    AdminsResource(AdminRightAdministration administration) {
        this.administration = administration;
    }

    /** Who has the right. */
    @GET
    @Operation(
            summary = "List the administrators",
            description = "Since when, granted by whom, why, until when, and when they last used the right.")
    @APIResponse(responseCode = "200", description = "One page")
    public Uni<Page<AdminView>> list(@BeanParam PageRequest page) {
        return administration.list(page);
    }
}
