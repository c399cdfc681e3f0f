package org.leitai.roster;

import org.leitai.kernel.PersonId;
import org.leitai.kernel.UnitId;

/**
 * A worker who takes part 选手.
 *
 * @param phone mainland mobile number, 11 digits
 * @param fullNameConsent whether the person presently agrees to the full name on public boards
 */
public record Person(PersonId id, String name, String phone, UnitId unit, boolean fullNameConsent) {

    public String maskedName() {
        return Masking.name(name);
    }

    public String maskedPhone() {
        return Masking.phone(phone);
    }

    /** The name for public boards: masked, unless the person agreed to the full one. */
    public String boardName() {
        return fullNameConsent ? CleanText.of(name) : maskedName();
    }

    /** Without name and phone: a record finds its way into a log sooner or later. */
    @Override
    public String toString() {
        return "Person[" + id.value() + "]";
    }
}
