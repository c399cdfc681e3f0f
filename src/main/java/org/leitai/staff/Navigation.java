package org.leitai.staff;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The side navigation of staff pages 侧栏, for the person and page of the present request. {@code layout.html} reads it.
 */
@Named("navigation")
@RequestScoped
public class Navigation {

    /** Tasks, in the order of a contest's life. Texts stand in the bundles under {@code nav.}… */
    private enum Task {
        overview,
        contests,
        bank,
        rosters,
        stage,
        results,
        system
    }

    private record Place(Task task, String text, String path, Set<String> roles) {}

    /** Every page that has an entry; a test follows them all. The first that a person may see is where they start. */
    private static final List<Place> PLACES = List.of(
            new Place(Task.contests, "nav.all-contests", "/staff/contests", Set.of(Roles.ORGANIZER, Roles.AUDITOR)),
            new Place(
                    Task.stage,
                    "nav.finals",
                    "/staff/finals",
                    Set.of(Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER, Roles.JUDGE, Roles.EDITOR, Roles.REVIEWER)),
            new Place(Task.system, "nav.accounts", "/staff/accounts", Set.of(Roles.ADMIN)),
            new Place(Task.system, "nav.account", "/staff/account", Set.of(Roles.STAFF)),
            new Place(Task.system, "nav.audit", "/staff/audit", Set.of(Roles.ADMIN, Roles.AUDITOR)));

    /** A heading and the entries below it. */
    public record Group(String text, List<Entry> entries) {}

    /** @param current whether it leads to the page that is shown */
    public record Entry(String text, String path, boolean current) {}

    private final CurrentStaff staff;
    private final HttpServerRequest request;

    Navigation(CurrentStaff staff, HttpServerRequest request) {
        this.staff = staff;
        this.request = request;
    }

    public Optional<StaffMember> member() {
        return staff.find();
    }

    public List<Group> groups() {
        var groups = new LinkedHashMap<Task, List<Entry>>();
        for (Task task : Task.values()) {
            groups.put(
                    task,
                    PLACES.stream()
                            .filter(place -> place.task() == task && isOpen(place))
                            .map(this::entry)
                            .toList());
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group("nav." + group.getKey().name(), group.getValue()))
                .toList();
    }

    /** The present page, to come back to it in another language. */
    public String path() {
        return request.path();
    }

    /** Where this person starts. */
    String startPath() {
        return PLACES.stream().filter(this::isOpen).map(Place::path).findFirst().orElse(StaffPath.SIGN_IN);
    }

    static List<String> paths() {
        return PLACES.stream().map(Place::path).toList();
    }

    private Entry entry(Place place) {
        String path = request.path();
        return new Entry(place.text(), place.path(), path.equals(place.path()) || path.startsWith(place.path() + "/"));
    }

    private boolean isOpen(Place place) {
        return staff.find()
                .filter(member -> place.roles().contains(Roles.STAFF)
                        || member.roles().stream().anyMatch(place.roles()::contains))
                .isPresent();
    }
}
