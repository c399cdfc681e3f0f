package org.leitai.finals;

import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;

/** Which role may ask for what 职权. A host may do all that a scorekeeper may; a judge gives scores and no more. */
final class Duties {

    private Duties() {}

    static boolean may(StaffMember member, CommandBody body) {
        return hosts(member) && !(body instanceof CommandBody.JudgeScore)
                || member.is(Roles.SCOREKEEPER) && scores(body)
                || member.is(Roles.JUDGE) && body instanceof CommandBody.JudgeScore;
    }

    private static boolean hosts(StaffMember member) {
        return member.is(Roles.ORGANIZER) || member.is(Roles.HOST);
    }

    private static boolean scores(CommandBody body) {
        return body instanceof CommandBody.Rule
                || body instanceof CommandBody.RuleByKey
                || body instanceof CommandBody.Adjust
                || body instanceof CommandBody.RaiseProtest
                || body instanceof CommandBody.SettleProtest;
    }
}
