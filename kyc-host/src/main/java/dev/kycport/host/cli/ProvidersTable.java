package dev.kycport.host.cli;

import dev.kycport.domain.Flow;
import dev.kycport.ports.Health;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is installed, for people: who stands where in which route, and what keeps the others out. */
final class ProvidersTable {

    private final Terminal terminal;

    ProvidersTable(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(List<ProviderRow> rows) {
        if (rows.isEmpty()) {
            terminal.text("No provider is on the class path.");
            return;
        }
        List<List<String>> cells = Stream.concat(
                        Stream.of(header()), rows.stream().map(ProvidersTable::cells))
                .toList();
        List<Integer> widths = widths(cells);
        cells.forEach(line -> terminal.row(line, widths, line == cells.get(0)));
        terminal.blank();
        rows.forEach(this::remark);
        rows.forEach(this::guard);
        rows.forEach(this::knock);
        terminal.text("In a route 1 is asked first, and the next only where nothing was sent.");
    }

    private void remark(ProviderRow row) {
        if (!row.configured()) {
            terminal.text(row.name() + " is not configured"
                    + (row.missing().isEmpty() ? "." : ": it needs " + String.join(", ", row.missing()) + "."));
        }
    }

    private void guard(ProviderRow row) {
        row.health()
                .ifPresent(health -> terminal.text(row.name() + ": circuit "
                        + health.circuit().code() + "; "
                        + health.limits().stream().map(ProvidersTable::limit).collect(Collectors.joining(", ")) + "."));
    }

    private void knock(ProviderRow row) {
        row.knock().ifPresent(knock -> terminal.text(row.name() + ": " + told(knock)));
    }

    private static String told(Knock knock) {
        return knock.host()
                .map(host -> host + ":" + knock.port() + (knock.answered() ? " answers." : " does not answer."))
                .orElse("its address names no host, so that nobody could be looked for.");
    }

    private static String limit(Health.Limit limit) {
        return limit.name() + " " + limit.most() + " (" + limit.left() + " left)";
    }

    private static List<String> header() {
        return Stream.concat(
                        Stream.of("PROVIDER", "STATUS"),
                        Arrays.stream(Flow.values()).map(Flow::code))
                .toList();
    }

    private static List<String> cells(ProviderRow row) {
        Stream<String> places = Arrays.stream(Flow.values()).map(flow -> place(row, flow));
        return Stream.concat(Stream.of(row.name(), status(row)), places).toList();
    }

    private static String status(ProviderRow row) {
        String configured = row.configured() ? "configured" : "not configured";
        return row.developmentOnly() ? configured + ", development only" : configured;
    }

    private static String place(ProviderRow row, Flow flow) {
        return Optional.ofNullable(row.routes().get(flow))
                .map(place -> "route " + place)
                .orElse(row.flows().contains(flow) ? "offered" : "-");
    }

    private static List<Integer> widths(List<List<String>> cells) {
        return Stream.iterate(0, column -> column + 1)
                .limit(cells.get(0).size())
                .map(column -> cells.stream()
                        .map(line -> line.get(column).length())
                        .collect(Collectors.reducing(0, Math::max)))
                .toList();
    }
}
