package org.leitai.roster;

import java.security.Principal;
import org.leitai.kernel.PersonId;

/** Who the cookie says it is. The name is for logs and therefore only a number. */
record WorkerPrincipal(PersonId person, int epoch) implements Principal {

    @Override
    public String getName() {
        return "worker-" + person.value();
    }
}
