package dev.kycport.tck.recording;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.tck.http.ProviderTraffic;
import dev.kycport.tck.http.VendorEndpoint;
import dev.kycport.tck.http.WireMockPool;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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
 * and what differs is told with every secret hidden.
 *
 * <p>Placeholders: {@code ${number}}, {@code ${last-four}}, {@code ${otp}}, {@code ${captcha}}, {@code ${code}},
 * {@code ${share-code}}, {@code ${client-id}}, {@code ${client-secret}}, {@code ${reference}}, {@code ${purpose}},
 * {@code ${redirect-url}}.
 */
public final class RecordedProvider implements ProviderTraffic {

    /** The read time-out to configure in the adapter under test; its slowest reply takes longer. */
    public static final Duration READ_TIMEOUT = Duration.ofSeconds(2);

    /** The longest reply to allow in the adapter under test; the over-long one is four times as long. */
    public static final int MAX_REPLY_BYTES = 1024 * 1024;

    private final RecordingPlayback recordingPlayback;
    private final URI url;
    private final Runnable closing;
    private final Function<ConcurrentCaller, List<RecordedExchange>> exchanges;

    private RecordedProvider(
            RecordingPlayback recordingPlayback,
            URI url,
            Runnable closing,
            Function<ConcurrentCaller, List<RecordedExchange>> exchanges) {
        this.recordingPlayback = recordingPlayback;
        this.url = url;
        this.closing = closing;
        this.exchanges = exchanges;
    }

    /** That vendor, showing that behaviour; red with the name of the file to add if there is no recording of it. */
    public static RecordedProvider replay(String vendor, Flow flow, ProviderBehaviour behaviour, Canary canary) {
        return HttpFault.of(behaviour)
                .map(httpFault -> withFault(httpFault, canary))
                .orElseGet(() -> recorded(vendor + "/" + flow.code() + "/" + behaviour.code() + ".json", canary));
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUrl() {
        return url;
    }

    /** How the adapter under test is to be connected with it. */
    public VendorEndpoint endpoint() {
        return new VendorEndpoint(url, Duration.ofSeconds(2), READ_TIMEOUT, MAX_REPLY_BYTES);
    }

    /** The gateway to it, ready for a contract. */
    public <G> GatewayUnderTest<G> underTest(ProviderId provider, G gateway) {
        return GatewayUnderTest.withTraffic(this, provider, gateway);
    }

    /** From now on these ask, and nobody else. */
    public void expectCallers(List<ConcurrentCaller> askers) {
        recordingPlayback.expectCallers(askers.stream().collect(Collectors.toMap(Function.identity(), exchanges)));
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

    private static RecordedProvider recorded(String path, Canary canary) {
        RecordingPlayback recordingPlayback =
                new RecordingPlayback(canary, recorded(path, canary, SampleValues.anyReference()));
        WireMockPool wireMockPool = WireMockPool.serve(recordingPlayback::answer);
        return new RecordedProvider(
                recordingPlayback,
                wireMockPool.url(),
                wireMockPool::release,
                concurrentCaller -> recorded(path, concurrentCaller));
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

    private static RecordedProvider withFault(HttpFault httpFault, Canary canary) {
        RecordingPlayback recordingPlayback = new RecordingPlayback(canary, List.of());
        Function<ConcurrentCaller, List<RecordedExchange>> nobodyElse = concurrentCaller -> List.of();
        if (httpFault == HttpFault.REFUSED) {
            Socket nobody = bindWithoutListening();
            return new RecordedProvider(
                    recordingPlayback,
                    URI.create("http://127.0.0.1:" + nobody.getLocalPort()),
                    () -> release(nobody),
                    nobodyElse);
        }
        WireMockPool wireMockPool = WireMockPool.serve(seen -> recordingPlayback.answer(seen, httpFault));
        return new RecordedProvider(
                recordingPlayback,
                wireMockPool.url(),
                httpFault.mayOutliveCall() ? wireMockPool::discard : wireMockPool::release,
                nobodyElse);
    }

    // A port that is taken and not listened on refuses connections, and nobody else can take it meanwhile.
    private static Socket bindWithoutListening() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    private static void release(Socket socket) {
        try {
            socket.close();
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
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
