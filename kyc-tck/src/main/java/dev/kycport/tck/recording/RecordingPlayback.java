package dev.kycport.tck.recording;

import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReceivedRequest;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.secrecy.Canary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests as a recording or a fault has it, and remembers which requests came, how often, and which were not expected. */
final class RecordingPlayback {

    private final Canary canary;
    private final Map<ConcurrentCaller, List<RecordedExchange>> callers = new HashMap<>();
    private final List<RecordedExchange> ownCalls;
    private final Map<Object, Integer> times = new HashMap<>();
    private final List<String> repeatedRequests = new ArrayList<>();
    private final List<String> mismatches = new ArrayList<>();
    private List<RecordedExchange> exchanges;
    private Optional<RequestMeeting> meeting = Optional.empty();
    private int requestCount;

    RecordingPlayback(Canary canary, List<RecordedExchange> exchanges, List<RecordedExchange> ownCalls) {
        this.canary = canary;
        this.exchanges = List.copyOf(exchanges);
        this.ownCalls = List.copyOf(ownCalls);
    }

    synchronized ServerReply answer(ReceivedRequest seen) {
        Optional<ServerReply> own = answerOwnCall(seen);
        if (own.isPresent()) {
            return own.get();
        }
        requestCount++;
        if (seen.path().equals(HttpFault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        List<RecordedExchange> fitting = exchanges.stream()
                .filter(exchange -> exchange.request().isFor(seen))
                .filter(exchange -> exchange.request().differences(seen, canary).isEmpty())
                .toList();
        return fitting.isEmpty() ? mismatch(seen) : match(fitting, seen);
    }

    /** The answer of a network that treats every request alike. */
    synchronized ServerReply answer(ReceivedRequest seen, HttpFault httpFault) {
        Optional<ServerReply> own = answerOwnCall(seen);
        if (own.isPresent()) {
            return own.get();
        }
        requestCount++;
        if (seen.path().equals(HttpFault.ELSEWHERE)) {
            mismatches.add("a redirect was followed");
        }
        count(seen.path(), seen);
        return httpFault.reply(canary);
    }

    /** From now on these callers ask, each with its own exchanges, and no one else. */
    synchronized void expectCallers(Map<ConcurrentCaller, List<RecordedExchange>> own, int size) {
        callers.putAll(own);
        exchanges = callers.values().stream().flatMap(List::stream).toList();
        meeting = Optional.of(new RequestMeeting(size));
    }

    /** Whether the requests of all callers arrived at the same time in each round. */
    synchronized boolean servedTogether() {
        return meeting.map(RequestMeeting::isComplete).orElse(true);
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

    private Optional<ServerReply> answerOwnCall(ReceivedRequest seen) {
        return ownCalls.stream()
                .filter(exchange -> exchange.request().differences(seen, canary).isEmpty())
                .findFirst()
                .map(exchange -> exchange.reply().apply(canary));
    }

    // Where one request occurs several times in a recording, its answers come in turn.
    private ServerReply match(List<RecordedExchange> fitting, ReceivedRequest seen) {
        RecordedExchange recordedExchange = fitting.stream()
                .filter(candidate -> !times.containsKey(candidate))
                .findFirst()
                .orElse(fitting.get(fitting.size() - 1));
        count(recordedExchange, seen);
        ServerReply reply = recordedExchange.reply().apply(canary);
        return meeting.filter(ignored -> isFirstOfCaller(recordedExchange))
                .map(all -> all.before(reply))
                .orElse(reply);
    }

    // A request that all callers share, such as one for an access token, is not awaited from each of them.
    private boolean isFirstOfCaller(RecordedExchange exchange) {
        return callers.values().stream()
                .anyMatch(own -> own.stream()
                        .filter(candidate -> isOwn(candidate.request()))
                        .findFirst()
                        .filter(exchange::equals)
                        .isPresent());
    }

    private boolean isOwn(ExpectedRequest request) {
        return exchanges.stream()
                        .filter(other -> other.request().equals(request))
                        .count()
                == 1;
    }

    private ServerReply mismatch(ReceivedRequest seen) {
        List<String> nearest = exchanges.stream()
                .map(recordedExchange -> recordedExchange.request().differences(seen, canary))
                .min(Comparator.comparing(List::size))
                .orElse(List.of("no exchange is recorded"));
        nearest.forEach(line -> mismatches.add(canary.redact(seen.method() + " " + seen.path() + ": " + line)));
        return HttpReply.of(404).withBody("not recorded");
    }

    private void count(Object key, ReceivedRequest seen) {
        int time = times.merge(key, 1, Integer::sum);
        if (time > 1) {
            repeatedRequests.add(canary.redact(seen.method() + " " + seen.path() + " came " + time + " times"));
        }
    }
}
