package org.leitai.staff;

import java.util.List;

/** What a member of staff may do 角色. Names for {@code @RolesAllowed}. */
public final class Roles {

    /** Everybody who has signed in at {@code /staff}, whatever else they may do. Never stored. */
    public static final String STAFF = "staff";

    /** Accounts and system 系统管理员. */
    public static final String ADMIN = "admin";

    /** Contests, rosters, results 组织者. */
    public static final String ORGANIZER = "organizer";

    /** Writes questions 题库编辑. */
    public static final String EDITOR = "editor";

    /** Approves questions that others wrote 题库审核. */
    public static final String REVIEWER = "reviewer";

    /** Runs a final 主持人. */
    public static final String HOST = "host";

    /** Keeps its score 记分员. */
    public static final String SCOREKEEPER = "scorekeeper";

    /** Rules in it 评委. */
    public static final String JUDGE = "judge";

    /** Looks after one unit's people 单位联络员. */
    public static final String LIAISON = "liaison";

    /** Reads what staff did, changes nothing 审计员. */
    public static final String AUDITOR = "auditor";

    /** All that an account can be given, in the order in which people list them. */
    public static final List<String> ALL =
            List.of(ADMIN, ORGANIZER, EDITOR, REVIEWER, HOST, SCOREKEEPER, JUDGE, LIAISON, AUDITOR);

    private Roles() {}
}
