package dev.kycport.tck.recording;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.tck.http.ClosedPort;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.http.SocketServer;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A vendor on a loopback port, played from {@code <vendor>/<flow>/<behaviour>.json} on the class path. Behaviours of the
 * wire ({@link ProviderBehaviour.Nature#NETWORK}) need no recording. Requests are compared with the recording to the letter,
 * and differences are reported with every secret hidden.
 *
 * <p>What the adapter asks for itself, such as an access token, is answered from {@code <vendor>/own-calls.json} in each behaviour,
 * network faults included, and is not counted as a request.
 *
 * <p>Placeholders: {@code ${number}}, {@code ${last-four}}, {@code ${otp}}, {@code ${captcha}}, {@code ${code}},
 * {@code ${share-code}}, {@code ${client-id}}, {@code ${client-secret}}, {@code ${access-token}}, {@code ${reference}}, {@code ${purpose}},
 * {@code ${redirect-url}}.
 */
public final class RecordedProvider implements ProviderTraffic {

    /** The read time-out of {@link #endpoint} where the reply never ends; elsewhere it is longer than any reply takes. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(1);

    /** The longest reply to allow in the adapter under test; the over-long one is four times as long. */
    public static final int MAX_REPLY_BYTES = 1024 * 1024;

    private final RecordingPlayback recordingPlayback;
    private final URI url;
    private final Runnable closing;
    private final Function<ConcurrentCaller, List<RecordedExchange>> exchanges;
    private final Duration readTimeout;

    private RecordedProvider(
            RecordingPlayback recordingPlayback,
            URI url,
            Runnable closing,
            Function<ConcurrentCaller, List<RecordedExchange>> exchanges,
            Duration readTimeout) {
        this.recordingPlayback = recordingPlayback;
        this.url = url;
        this.closing = closing;
        this.exchanges = exchanges;
        this.readTimeout = readTimeout;
    }

    /** That vendor, showing that behaviour; red with the name of the file to add if there is no recording of it. */
    public static RecordedProvider replay(String vendor, Flow flow, ProviderBehaviour behaviour, Canary canary) {
        return HttpFault.of(behaviour)
                .map(fault -> withFault(fault, canary, ownCalls(vendor, canary)))
                .orElseGet(() -> recorded(
                        vendor + "/" + flow.code() + "/" + behaviour.code() + ".json",
                        canary,
                        ownCalls(vendor, canary)));
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUrl() {
        return url;
    }

    /** How the adapter under test is to be connected with it. */
    public VendorEndpoint endpoint() {
        return new VendorEndpoint(url, readTimeout, readTimeout, MAX_REPLY_BYTES);
    }

    /** The gateway to it, ready for a contract. */
    public <G> GatewayUnderTest<G> underTest(ProviderId provider, G gateway) {
        return GatewayUnderTest.withTraffic(this, provider, gateway);
    }

    /** From now on only these callers ask. Each round of theirs is answered once the requests of all of them have arrived. */
    public void expectCallers(List<ConcurrentCaller> callers) {
        recordingPlayback.expectCallers(
                callers.stream().collect(Collectors.toMap(Function.identity(), exchanges)), callers.size());
    }

    /** Whether the requests of all callers arrived at the same time in each round. */
    public boolean servedTogether() {
        return recordingPlayback.servedTogether();
    }

    /** How often the most frequent request of that one came. */
    public int requestsOf(ConcurrentCaller concurrentCaller) {
        return recordingPlayback.requestsOf(concurrentCaller);
    }

    @Override
    public int requestCount() {
        return recordingPlayback.requestCount();
    }

    @Override
    public List<String> repeatedRequests() {
        return recordingPlayback.repeatedRequests();
    }

    @Override
    public List<String> mismatches() {
        return recordingPlayback.mismatches();
    }

    @Override
    public void close() {
        closing.run();
    }

    private static List<RecordedExchange> ownCalls(String vendor, Canary canary) {
        String path = vendor + "/own-calls.json";
        return Recording.exists(path) ? recorded(path, canary, SampleValues.anyReference()) : List.of();
    }

    private static RecordedProvider recorded(String path, Canary canary, List<RecordedExchange> ownCalls) {
        RecordingPlayback recordingPlayback =
                new RecordingPlayback(canary, recorded(path, canary, SampleValues.anyReference()), ownCalls);
        SocketServer server = SocketServer.start(recordingPlayback::answer);
        return new RecordedProvider(
                recordingPlayback, server.url(), server::close, caller -> recorded(path, caller), VendorEndpoint.LONG);
    }

    private static List<RecordedExchange> recorded(String path, Canary canary, ProviderReference reference) {
        return Recording.load(path, values(canary, reference)).exchanges();
    }

    private static List<RecordedExchange> recorded(String path, ConcurrentCaller concurrentCaller) {
        List<RecordedExchange> own = recorded(path, concurrentCaller.canary(), concurrentCaller.reference());
        return concurrentCaller.receivesGarbage()
                ? own.stream()
                        .map(recordedExchange -> recordedExchange.answeredWith(HttpFault.GARBAGE))
                        .toList()
                : own;
    }

    private static RecordedProvider withFault(HttpFault fault, Canary canary, List<RecordedExchange> ownCalls) {
        RecordingPlayback playback = new RecordingPlayback(canary, List.of(), ownCalls);
        Function<ConcurrentCaller, List<RecordedExchange>> none = caller -> List.of();
        if (fault == HttpFault.REFUSED) {
            ClosedPort port = ClosedPort.open();
            return new RecordedProvider(playback, port.url(), port::close, none, VendorEndpoint.LONG);
        }
        SocketServer server = SocketServer.start(request -> playback.answer(request, fault));
        boolean endless = fault == HttpFault.SLOW || fault == HttpFault.TRICKLE;
        return new RecordedProvider(
                playback, server.url(), server::close, none, endless ? READ_TIMEOUT : VendorEndpoint.LONG);
    }

    private static Map<String, String> values(Canary canary, ProviderReference reference) {
        Map<String, String> values = new HashMap<>(canary.byName());
        values.put("last-four", canary.number().substring(canary.number().length() - 4));
        values.put("reference", reference.value());
        values.put("purpose", SampleValues.anyPurpose().value());
        values.put("redirect-url", SampleValues.anyRedirectUrl().value().toString());
        return values;
    }
}
