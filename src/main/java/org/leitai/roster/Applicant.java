package org.leitai.roster;

import org.leitai.kernel.UnitId;

/** A person who is about to be registered 报名人; has agreed to the privacy notice. */
record Applicant(String name, Phone phone, UnitId unit, boolean fullNameConsent) {

    @Override
    public String toString() {
        return "Applicant[…]";
    }
}
