package org.leitai.architecture;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One row of {@code routes.tsv}.
 *
 * @param roles as {@code @RolesAllowed} names them; {@code everybody} alone for {@code @PermitAll}
 * @param example a path that can be called
 */
record Route(String method, String path, Set<String> roles, String example) {

    static final String EVERYBODY = "everybody";

    static List<Route> table() {
        try (var reader =
                        new InputStreamReader(Route.class.getResourceAsStream("/routes.tsv"), StandardCharsets.UTF_8);
                Stream<String> lines = new java.io.BufferedReader(reader).lines()) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Route::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Route of(String method, String path, Set<String> roles) {
        return new Route(method, path, new TreeSet<>(roles), path.replaceAll("\\{[^}]*}", "1"));
    }

    boolean isOpenTo(Set<String> rolesOfCaller) {
        return roles.contains(EVERYBODY) || rolesOfCaller.stream().anyMatch(roles::contains);
    }

    boolean isForStaff() {
        return path.equals("/staff") || path.startsWith("/staff/");
    }

    /** As a row of the table is written. */
    String row() {
        return method + "\t" + path + "\t" + String.join(",", roles);
    }

    private static Route parse(String line) {
        String[] cells = line.split("\t");
        Route route = of(cells[0], cells[1], Set.copyOf(Arrays.asList(cells[2].split(","))));
        return cells.length > 3 ? new Route(route.method, route.path, route.roles, cells[3]) : route;
    }
}
