package org.leitai.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may call what stands in {@code routes.tsv}; the code must say the same, route by route. */
class RoutesTest {

    /** The routes that are registered by hand, see {@code AnswerRoute} and {@code LiveRoutes}. */
    private static final Stream<Route> BY_HAND = Stream.of(
            Route.of("PUT", "/api/answers/{slot}", Set.of(Route.EVERYBODY)),
            Route.of("GET", "/live/frames/{topic}", Set.of(Route.EVERYBODY)),
            Route.of("GET", "/live/ws/{topic}", Set.of(Route.EVERYBODY)));

    private static final List<String> CODE = Stream.concat(
                    BY_HAND,
                    new ClassFileImporter()
                                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                    .importPackages("org.leitai")
                                    .stream()
                                    .filter(type -> type.isAnnotatedWith(Path.class))
                                    .flatMap(RoutesTest::routes))
            .map(Route::row)
            .sorted()
            .toList();

    private static final List<String> TABLE =
            Route.table().stream().map(Route::row).sorted().toList();

    @Test
    void everyRouteHasItsRowAndEveryRowItsRoute() {
        assertThat(CODE)
                .as("routes in the code, against the rows of routes.tsv")
                .containsExactlyElementsOf(TABLE);
    }

    @Test
    void noRouteHasTwoRows() {
        assertThat(TABLE).doesNotHaveDuplicates();
    }

    private static Stream<Route> routes(JavaClass type) {
        return type.getMethods().stream().flatMap(method -> httpMethod(method).stream()
                .map(verb -> Route.of(verb, path(type, method), roles(type, method))));
    }

    private static Optional<String> httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .flatMap(annotation -> annotation.getRawType().tryGetAnnotationOfType(HttpMethod.class).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(JavaClass type, JavaMethod method) {
        String below =
                method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        String path = ("/" + type.getAnnotationOfType(Path.class).value() + "/" + below).replaceAll("/+", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** What the method says, else what its class says. */
    private static Set<String> roles(JavaClass type, JavaMethod method) {
        return Stream.<HasAnnotations<?>>of(method, type)
                .flatMap(place -> roles(place).stream())
                .findFirst()
                .orElse(Set.of("NOT ANNOTATED"));
    }

    private static Optional<Set<String>> roles(HasAnnotations<?> place) {
        return place.isAnnotatedWith(PermitAll.class)
                ? Optional.of(Set.of(Route.EVERYBODY))
                : place.tryGetAnnotationOfType(RolesAllowed.class).map(allowed -> Set.of(allowed.value()));
    }
}
