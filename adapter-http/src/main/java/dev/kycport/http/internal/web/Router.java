package dev.kycport.http.internal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the route of a request. GET routes answer HEAD as well. */
public final class Router {

    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The answer of the route; 404 if the path has none, 405 if it has other methods. */
    public WebResponse answer(WebRequest request) {
        List<Route> atPath = routes.stream()
                .filter(route -> route.match(request.path()).isPresent())
                .toList();
        if (atPath.isEmpty()) {
            return HttpProblem.notFound().toResponse();
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Optional<Route> found =
                atPath.stream().filter(route -> route.method().equals(method)).findFirst();
        return found.map(route -> route.handler()
                        .handle(request, route.match(request.path()).orElse(Map.of())))
                .orElseGet(() -> HttpProblem.methodNotAllowed(methods(atPath)).toResponse());
    }

    private static String methods(List<Route> routes) {
        return routes.stream().map(Route::method).distinct().sorted().collect(Collectors.joining(", "));
    }
}
