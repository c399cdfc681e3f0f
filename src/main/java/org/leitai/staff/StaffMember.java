package org.leitai.staff;

import java.security.Principal;
import java.util.Set;
import org.leitai.kernel.StaffId;

/**
 * A member of staff as a request knows them 工作人员: the principal of every signed-in request below {@code /staff}.
 *
 * @param roles of this moment, from {@link Roles#ALL}
 */
public record StaffMember(StaffId id, String username, String displayName, Set<String> roles) implements Principal {

    /** The username, as the audit log's actor. */
    @Override
    public String getName() {
        return username;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
