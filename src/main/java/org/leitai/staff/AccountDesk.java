package org.leitai.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an administrator does with accounts 账户管理: each step is checked here and written by {@link Accounts}. */
@ApplicationScoped
class AccountDesk {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}"); // as the table has it
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REASON = 200;

    private final Accounts accounts;
    private final AccountStore store;

    AccountDesk(Accounts accounts, AccountStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    /** What became of a step. */
    sealed interface Result {

        /** @param password to be told to its owner, here and nowhere else; empty where none was made */
        record Done(String username, String password) implements Result {
            @Override
            public String toString() {
                return "Done[" + username + "]";
            }
        }

        record Refused(AccountRefusal reason) implements Result {}
    }

    @Transactional
    List<Account> all() {
        return store.list("order by enabled desc, username");
    }

    @Transactional
    Optional<Account> find(String username) {
        return store.findByUsername(username);
    }

    @Transactional
    Result open(String username, String name, Collection<String> roles, StaffMember actor) {
        String canonical = Accounts.canonical(username);
        String stripped = name.strip();
        if (!USERNAME.matcher(canonical).matches()) {
            return new Result.Refused(AccountRefusal.BAD_USERNAME);
        }
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            return new Result.Refused(AccountRefusal.BAD_NAME);
        }
        if (known(roles).isEmpty()) {
            return new Result.Refused(AccountRefusal.NO_ROLE);
        }
        if (store.findByUsername(canonical).isPresent()) {
            return new Result.Refused(AccountRefusal.USERNAME_TAKEN);
        }
        String password = GivenPassword.make();
        accounts.open(canonical, stripped, known(roles), password, actor.username());
        return new Result.Done(canonical, password);
    }

    @Transactional
    Result changeRoles(Account account, Collection<String> roles, String reason, StaffMember actor) {
        if (noReason(reason)) {
            return new Result.Refused(AccountRefusal.NO_REASON);
        }
        Set<String> wanted = known(roles);
        if (wanted.isEmpty()) {
            return new Result.Refused(AccountRefusal.NO_ROLE);
        }
        if (!wanted.contains(Roles.ADMIN) && isLastAdmin(account)) {
            return new Result.Refused(AccountRefusal.LAST_ADMIN);
        }
        accounts.changeRoles(account.staffId(), wanted, actor.username(), reason.strip());
        return new Result.Done(account.username, "");
    }

    @Transactional
    Result close(Account account, String reason, StaffMember actor) {
        if (account.username.equals(actor.username())) {
            return new Result.Refused(AccountRefusal.OWN_ACCOUNT);
        }
        if (noReason(reason)) {
            return new Result.Refused(AccountRefusal.NO_REASON);
        }
        if (isLastAdmin(account)) {
            return new Result.Refused(AccountRefusal.LAST_ADMIN);
        }
        accounts.close(account.staffId(), actor.username(), reason.strip());
        return new Result.Done(account.username, "");
    }

    @Transactional
    Result reopen(Account account, String reason, StaffMember actor) {
        if (noReason(reason)) {
            return new Result.Refused(AccountRefusal.NO_REASON);
        }
        accounts.reopen(account.staffId(), actor.username(), reason.strip());
        return new Result.Done(account.username, "");
    }

    /** One's own password is changed on the page for that, which asks for the old one. */
    @Transactional
    Result resetPassword(Account account, String reason, StaffMember actor) {
        if (account.username.equals(actor.username())) {
            return new Result.Refused(AccountRefusal.OWN_ACCOUNT);
        }
        if (noReason(reason)) {
            return new Result.Refused(AccountRefusal.NO_REASON);
        }
        String password = GivenPassword.make();
        accounts.resetPassword(account.staffId(), password, actor.username(), reason.strip());
        return new Result.Done(account.username, password);
    }

    private boolean isLastAdmin(Account account) {
        return account.enabled
                && account.roles.contains(Roles.ADMIN)
                && store.list("enabled", true).stream()
                        .noneMatch(other -> !other.id.equals(account.id) && other.roles.contains(Roles.ADMIN));
    }

    private static boolean noReason(String reason) {
        return reason.isBlank() || reason.strip().length() > LONGEST_REASON;
    }

    private static Set<String> known(Collection<String> roles) {
        Set<String> known = new HashSet<>(roles);
        known.retainAll(Roles.ALL);
        return known;
    }
}
