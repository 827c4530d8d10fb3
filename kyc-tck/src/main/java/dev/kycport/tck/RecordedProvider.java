package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
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
 * wire ({@link ProviderBehaviour.Nature#WIRE}) need no recording. Requests are compared with the recording to the letter,
 * and what differs is told with every secret hidden.
 *
 * <p>Placeholders: {@code ${number}}, {@code ${last-four}}, {@code ${otp}}, {@code ${captcha}}, {@code ${code}},
 * {@code ${share-code}}, {@code ${client-id}}, {@code ${client-secret}}, {@code ${reference}}, {@code ${purpose}},
 * {@code ${redirect-url}}.
 */
public final class RecordedProvider implements Wire {

    /** The read time-out to configure in the adapter under test; its slowest reply takes longer. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The longest reply to allow in the adapter under test; the over-long one is four times as long. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final Play play;
    private final URI url;
    private final Runnable closing;
    private final Function<Asker, List<Exchange>> exchanges;

    private RecordedProvider(Play play, URI url, Runnable closing, Function<Asker, List<Exchange>> exchanges) {
        this.play = play;
        this.url = url;
        this.closing = closing;
        this.exchanges = exchanges;
    }

    /** That vendor, showing that behaviour; red with the name of the file to add if there is no recording of it. */
    public static RecordedProvider playing(String vendor, Flow flow, ProviderBehaviour behaviour, Canary canary) {
        return Fault.behind(behaviour)
                .map(fault -> faulty(fault, canary))
                .orElseGet(() -> recorded(vendor + "/" + flow.code() + "/" + behaviour.code() + ".json", canary));
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUrl() {
        return url;
    }

    /** How the adapter under test is to be connected with it. */
    public VendorLink link() {
        return new VendorLink(url, Duration.ofSeconds(2), PATIENCE, MOST_BYTES);
    }

    /** The gateway to it, ready for a contract. */
    public <G> Showing<G> showing(ProviderId provider, G gateway) {
        return Showing.over(this, provider, gateway);
    }

    /** From now on these ask, and nobody else. */
    void admit(List<Asker> askers) {
        play.admit(askers.stream().collect(Collectors.toMap(Function.identity(), exchanges)));
    }

    /** How often the most frequent request of that one came. */
    int requestsOf(Asker asker) {
        return play.requestsOf(asker);
    }

    @Override
    public int requests() {
        return play.requests();
    }

    @Override
    public List<String> repeats() {
        return play.repeats();
    }

    @Override
    public List<String> mismatches() {
        return play.mismatches();
    }

    @Override
    public void close() {
        closing.run();
    }

    private static RecordedProvider recorded(String path, Canary canary) {
        Play play = new Play(canary, recorded(path, canary, Sample.anyReference()));
        Stage stage = Stage.playing(play::answer);
        return new RecordedProvider(play, stage.url(), stage::leave, asker -> recorded(path, asker));
    }

    private static List<Exchange> recorded(String path, Canary canary, ProviderReference reference) {
        return Recording.at(path, values(canary, reference)).exchanges();
    }

    private static List<Exchange> recorded(String path, Asker asker) {
        List<Exchange> own = recorded(path, asker.canary(), asker.reference());
        return asker.hearsGarbage()
                ? own.stream().map(exchange -> exchange.ending(Fault.GARBAGE)).toList()
                : own;
    }

    private static RecordedProvider faulty(Fault fault, Canary canary) {
        Play play = new Play(canary, List.of());
        Function<Asker, List<Exchange>> nobodyElse = asker -> List.of();
        if (fault == Fault.REFUSED) {
            Socket nobody = boundButDeaf();
            return new RecordedProvider(
                    play, URI.create("http://127.0.0.1:" + nobody.getLocalPort()), () -> release(nobody), nobodyElse);
        }
        Stage stage = Stage.playing(seen -> play.answer(seen, fault));
        return new RecordedProvider(
                play, stage.url(), fault.leavesTraces() ? stage::abandon : stage::leave, nobodyElse);
    }

    // A port that is taken and not listened on refuses connections, and nobody else can take it meanwhile.
    private static Socket boundButDeaf() {
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
        values.put("purpose", Sample.anyPurpose().value());
        values.put("redirect-url", Sample.anyRedirectUrl().value().toString());
        return values;
    }
}
