package org.leitai.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.leitai.audit.AuditLog;
import org.leitai.kernel.StaffId;

/** The accounts of staff 账户: who has one, with which roles. Every change is in the audit log. */
@ApplicationScoped
public class Accounts {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}"); // as the table has it

    private final AccountStore store;
    private final SessionStore sessions;
    private final AuditLog audit;
    private final PasswordHashing hashing;
    private final Clock clock;

    Accounts(AccountStore store, SessionStore sessions, AuditLog audit, PasswordHashing hashing, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.hashing = hashing;
        this.clock = clock;
    }

    /**
     * Opens an account whose password somebody else has seen: its owner must replace it at the first sign-in.
     *
     * @param username a letter, then letters, digits, dot, dash or underscore; 2 to 40 characters
     * @param roles from {@link Roles#ALL}
     * @param actor who does it, a username or {@link AuditLog#SYSTEM}
     */
    @Transactional
    public StaffId open(String username, String displayName, Collection<String> roles, String password, String actor) {
        requireKnown(roles);
        Instant now = clock.instant();
        var account = new Account();
        account.username = canonical(username);
        account.displayName = displayName;
        account.passwordHash = hashing.hashNow(password);
        account.mustChange = true;
        account.enabled = true;
        account.createdAt = now;
        account.passwordChangedAt = now;
        account.roles = new HashSet<>(roles);
        store.persistAndFlush(account);
        audit.append(actor, "staff.account-opened", account.username, null, Map.of("roles", sorted(roles)));
        return account.staffId();
    }

    /** Replaces the roles; effective with the next request of that person. */
    @Transactional
    public void changeRoles(StaffId id, Collection<String> roles, String actor, String reason) {
        requireKnown(roles);
        Account account = store.findById(id.value());
        List<String> before = sorted(account.roles);
        account.roles.retainAll(roles);
        account.roles.addAll(roles);
        audit.append(
                actor,
                "staff.roles-changed",
                account.username,
                reason,
                Map.of("before", before, "after", sorted(roles)));
    }

    /** Closes the account and ends its sessions; it can sign in no more. */
    @Transactional
    public void close(StaffId id, String actor, String reason) {
        Account account = store.findById(id.value());
        account.enabled = false;
        sessions.endAll(id);
        audit.append(actor, "staff.account-closed", account.username, reason, Map.of());
    }

    /** Display names of all who can sign in, by username. */
    @Transactional
    public SortedMap<String, String> names() {
        var names = new TreeMap<String, String>();
        store.<Account>list("enabled", true).forEach(account -> names.put(account.username, account.displayName));
        return names;
    }

    /** Opens a closed account again, with the password that it had. */
    @Transactional
    public void reopen(StaffId id, String actor, String reason) {
        Account account = store.findById(id.value());
        account.enabled = true;
        audit.append(actor, "staff.account-reopened", account.username, reason, Map.of());
    }

    /** Gives a password that its owner must replace, and ends all sessions that began with the old one. */
    @Transactional
    public void resetPassword(StaffId id, String password, String actor, String reason) {
        Account account = store.findById(id.value());
        account.passwordHash = hashing.hashNow(password);
        account.mustChange = true;
        account.passwordChangedAt = clock.instant();
        sessions.endAll(id);
        audit.append(actor, "staff.password-reset", account.username, reason, Map.of());
    }

    /** Everybody who has this role and may sign in, by name. */
    @Transactional
    public List<StaffMember> having(String role) {
        return store.list("enabled", true).stream()
                .filter(account -> account.roles.contains(role))
                .map(account -> new StaffMember(
                        account.staffId(), account.username, account.displayName, Set.copyOf(account.roles)))
                .sorted(Comparator.comparing(StaffMember::displayName))
                .toList();
    }

    public boolean isEmpty() {
        return store.count() == 0;
    }

    /** What a sign-in needs to know. */
    @Transactional
    Optional<Credentials> credentials(String typedUsername) {
        return Optional.of(canonical(typedUsername))
                .filter(name -> USERNAME.matcher(name).matches())
                .flatMap(store::findByUsername)
                .filter(account -> account.enabled)
                .map(Accounts::credentials);
    }

    @Transactional
    Credentials credentials(StaffId id) {
        return credentials(store.findById(id.value()));
    }

    /** Stores a password that its owner chose, and ends all sessions that began with the old one. */
    @Transactional
    void replacePassword(StaffId id, String passwordHash, Instant now) {
        Account account = store.findById(id.value());
        account.passwordHash = passwordHash;
        account.mustChange = false;
        account.passwordChangedAt = now;
        sessions.endAll(id);
        audit.append(account.username, "staff.password-changed", account.username, null, Map.of());
    }

    /**
     * @param passwordHash bcrypt
     * @param mustChange the password was given by somebody else
     */
    record Credentials(StaffId id, String username, String passwordHash, boolean mustChange) {}

    private static Credentials credentials(Account account) {
        return new Credentials(account.staffId(), account.username, account.passwordHash, account.mustChange);
    }

    /** How names are compared: without case and surrounding blanks. */
    static String canonical(String typedUsername) {
        return typedUsername.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> sorted(Collection<String> roles) {
        return roles.stream().sorted().toList();
    }

    private static void requireKnown(Collection<String> roles) {
        Set<String> unknown = new HashSet<>(roles);
        unknown.removeAll(Roles.ALL);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown roles: " + unknown);
        }
    }
}
