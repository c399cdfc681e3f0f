package org.leitai.roster;

import java.time.Duration;
import org.leitai.kernel.PersonId;

/** What became of a sign-in. */
sealed interface SignInResult {

    record SignedIn(PersonId person, int epoch) implements SignInResult {}

    /** Unknown phone or wrong code: which of them is not said. */
    record Wrong() implements SignInResult {}

    record TooMany(Duration delay) implements SignInResult {}
}
