package dev.kycport.host.cli.provider;

import dev.kycport.domain.Flow;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.ports.observe.ProviderHealth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the installed providers for people: routes, missing settings, health, reachability. */
public final class ProvidersTable {

    private final Terminal terminal;

    public ProvidersTable(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(List<ProviderRow> rows) {
        if (rows.isEmpty()) {
            terminal.text("No provider is on the class path.");
            return;
        }
        List<List<String>> cells = Stream.concat(
                        Stream.of(header()), rows.stream().map(ProvidersTable::cells))
                .toList();
        terminal.table(cells);
        terminal.blankLine();
        rows.forEach(this::printMissingSettings);
        rows.forEach(this::printHealth);
        rows.forEach(this::printReachability);
        terminal.text("Route 1 is called first; the next one only if nothing was sent.");
    }

    private void printMissingSettings(ProviderRow row) {
        if (!row.configured()) {
            terminal.text(row.name() + " is not configured"
                    + (row.missing().isEmpty() ? "." : ": it needs " + String.join(", ", row.missing()) + "."));
        }
    }

    private void printHealth(ProviderRow row) {
        row.health()
                .ifPresent(health -> terminal.text(row.name() + ": circuit "
                        + health.circuit().code() + "; "
                        + health.limits().stream().map(ProvidersTable::limit).collect(Collectors.joining(", ")) + "."));
    }

    private void printReachability(ProviderRow row) {
        row.reachability().ifPresent(reachability -> terminal.text(row.name() + ": " + describe(reachability)));
    }

    private static String describe(Reachability reachability) {
        return reachability
                .host()
                .map(host -> host + ":" + reachability.port()
                        + (reachability.answered() ? " is reachable." : " is not reachable."))
                .orElse("its URL has no host, so it could not be checked.");
    }

    private static String limit(ProviderHealth.Limit limit) {
        return limit.name() + " " + limit.max() + " (" + limit.remaining() + " left)";
    }

    private static List<String> header() {
        return Stream.concat(
                        Stream.of("PROVIDER", "STATUS"),
                        Arrays.stream(Flow.values()).map(Flow::code))
                .toList();
    }

    private static List<String> cells(ProviderRow row) {
        Stream<String> places = Arrays.stream(Flow.values()).map(flow -> routeCell(row, flow));
        return Stream.concat(Stream.of(row.name(), status(row)), places).toList();
    }

    private static String status(ProviderRow row) {
        String configured = row.configured() ? "configured" : "not configured";
        return row.developmentOnly() ? configured + ", development only" : configured;
    }

    private static String routeCell(ProviderRow row, Flow flow) {
        return Optional.ofNullable(row.routes().get(flow))
                .map(place -> "route " + place)
                .orElse(row.flows().contains(flow) ? "offered" : "-");
    }
}
