package dev.kycport.tck.recording;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.kycport.tck.http.ReceivedRequest;
import dev.kycport.tck.secrecy.Canary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One performance of a recording or a fault: answers requests and remembers which came, how often, and which should not have. */
final class RecordingPlayback {

    private final Canary canary;
    private final Map<ConcurrentCaller, List<RecordedExchange>> callers = new HashMap<>();
    private final Map<Object, Integer> times = new HashMap<>();
    private final List<String> repeatedRequests = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private List<RecordedExchange> exchanges;
    private int requestCount;

    RecordingPlayback(Canary canary, List<RecordedExchange> exchanges) {
        this.canary = canary;
        this.exchanges = List.copyOf(exchanges);
    }

    synchronized ResponseDefinitionBuilder answer(ReceivedRequest seen) {
        requestCount++;
        if (seen.path().equals(HttpFault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        List<RecordedExchange> fitting = exchanges.stream()
                .filter(recordedExchange ->
                        recordedExchange.request().differences(seen, canary).isEmpty())
                .toList();
        return fitting.isEmpty() ? mismatch(seen) : match(fitting, seen);
    }

    /** The answer of a network that treats every request alike. */
    synchronized ResponseDefinitionBuilder answer(ReceivedRequest seen, HttpFault httpFault) {
        requestCount++;
        if (seen.path().equals(HttpFault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        count(seen.path(), seen);
        return httpFault.reply(canary);
    }

    /** From now on these ask, each with exchanges of his own, and nobody else. */
    synchronized void expectCallers(Map<ConcurrentCaller, List<RecordedExchange>> askers) {
        callers.putAll(askers);
        exchanges = callers.values().stream().flatMap(List::stream).toList();
    }

    /** How often the most frequent request of that one came. */
    synchronized int requestsOf(ConcurrentCaller concurrentCaller) {
        return callers.getOrDefault(concurrentCaller, List.of()).stream()
                .mapToInt(recordedExchange -> times.getOrDefault(recordedExchange, 0))
                .max()
                .orElse(0);
    }

    synchronized int requestCount() {
        return requestCount;
    }

    synchronized List<String> repeatedRequests() {
        return List.copyOf(repeatedRequests);
    }

    synchronized List<String> mismatches() {
        return List.copyOf(mismatches);
    }

    // Where one request occurs several times in a recording, its answers come in turn.
    private ResponseDefinitionBuilder match(List<RecordedExchange> fitting, ReceivedRequest seen) {
        RecordedExchange recordedExchange = fitting.stream()
                .filter(candidate -> !times.containsKey(candidate))
                .findFirst()
                .orElse(fitting.get(fitting.size() - 1));
        count(recordedExchange, seen);
        return recordedExchange.reply().apply(canary);
    }

    private ResponseDefinitionBuilder mismatch(ReceivedRequest seen) {
        List<String> nearest = exchanges.stream()
                .map(recordedExchange -> recordedExchange.request().differences(seen, canary))
                .min(Comparator.comparing(List::size))
                .orElse(List.of("no exchange is recorded"));
        nearest.forEach(line -> mismatches.add(canary.redact(seen.method() + " " + seen.path() + ": " + line)));
        return WireMock.aResponse().withStatus(404).withBody("not recorded");
    }

    private void count(Object key, ReceivedRequest seen) {
        int time = times.merge(key, 1, Integer::sum);
        if (time > 1) {
            repeatedRequests.add(canary.redact(seen.method() + " " + seen.path() + " came " + time + " times"));
        }
    }
}
