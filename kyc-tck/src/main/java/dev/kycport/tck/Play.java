package dev.kycport.tck;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One performance of a recording or a fault: answers requests and remembers which came, how often, and which should not have. */
final class Play {

    private final Canary canary;
    private final Map<Asker, List<Exchange>> crowd = new HashMap<>();
    private final Map<Object, Integer> times = new HashMap<>();
    private final List<String> repeats = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private List<Exchange> exchanges;
    private int requests;

    Play(Canary canary, List<Exchange> exchanges) {
        this.canary = canary;
        this.exchanges = List.copyOf(exchanges);
    }

    synchronized ResponseDefinitionBuilder answer(SeenRequest seen) {
        requests++;
        if (seen.path().equals(Fault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        List<Exchange> fitting = exchanges.stream()
                .filter(exchange -> exchange.request().differences(seen, canary).isEmpty())
                .toList();
        return fitting.isEmpty() ? mismatch(seen) : match(fitting, seen);
    }

    /** The answer of a network that treats every request alike. */
    synchronized ResponseDefinitionBuilder answer(SeenRequest seen, Fault fault) {
        requests++;
        if (seen.path().equals(Fault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        count(seen.path(), seen);
        return fault.reply(canary);
    }

    /** From now on these ask, each with exchanges of his own, and nobody else. */
    synchronized void admit(Map<Asker, List<Exchange>> askers) {
        crowd.putAll(askers);
        exchanges = crowd.values().stream().flatMap(List::stream).toList();
    }

    /** How often the most frequent request of that one came. */
    synchronized int requestsOf(Asker asker) {
        return crowd.getOrDefault(asker, List.of()).stream()
                .mapToInt(exchange -> times.getOrDefault(exchange, 0))
                .max()
                .orElse(0);
    }

    synchronized int requests() {
        return requests;
    }

    synchronized List<String> repeats() {
        return List.copyOf(repeats);
    }

    synchronized List<String> mismatches() {
        return List.copyOf(mismatches);
    }

    // Where one request occurs several times in a recording, its answers come in turn.
    private ResponseDefinitionBuilder match(List<Exchange> fitting, SeenRequest seen) {
        Exchange exchange = fitting.stream()
                .filter(candidate -> !times.containsKey(candidate))
                .findFirst()
                .orElse(fitting.get(fitting.size() - 1));
        count(exchange, seen);
        return exchange.reply().apply(canary);
    }

    private ResponseDefinitionBuilder mismatch(SeenRequest seen) {
        List<String> nearest = exchanges.stream()
                .map(exchange -> exchange.request().differences(seen, canary))
                .min(Comparator.comparing(List::size))
                .orElse(List.of("no exchange is recorded"));
        nearest.forEach(line -> mismatches.add(canary.hide(seen.method() + " " + seen.path() + ": " + line)));
        return WireMock.aResponse().withStatus(404).withBody("not recorded");
    }

    private void count(Object key, SeenRequest seen) {
        int time = times.merge(key, 1, Integer::sum);
        if (time > 1) {
            repeats.add(canary.hide(seen.method() + " " + seen.path() + " came " + time + " times"));
        }
    }
}
