package dev.kycport.tck.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.digilocker.AuthorizationRequest;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.HttpAdapterContract;
import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ReplyBody;
import dev.kycport.tck.http.SocketServer;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an adapter owes about addresses: it calls the configured one and no other, and compares schemes without case. */
public abstract class VendorAddressContract extends HttpAdapterContract {

    /** For the adapter's test. */
    protected VendorAddressContract() {}

    final Stream<String> offers() {
        return vendor().offerReplies().keySet().stream().sorted();
    }

    /** If it fails, do not compare the scheme of the base URL, or compare it without case (RFC 3986, 3.1). */
    @ParameterizedTest
    @MethodSource("calls")
    final void the_scheme_of_the_base_url_has_no_case(String call) {
        stubReply(call, HttpReply.json(documentedReply(call)));

        Either<ProviderFailure, ?> answer =
                invoke(newAdapter("HTTP" + url().toString().substring("http".length())), call);

        assertArrived(call, "a base URL that begins with HTTP:");
        assertThat(answer.isRight())
                .as("%s with a base URL that begins with HTTP: ends in %s", call, answer)
                .isTrue();
    }

    /** If it fails, compare the scheme of DigiLocker's page without case, as {@code RedirectUrl.browsable} does. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("offers")
    final void the_scheme_of_an_offer_has_no_case(String call) {
        String pointer = vendor().offerReplies().getOrDefault(call, "");
        ReplyBody documented = ReplyBody.of(documentedReply(call));
        String page = documented.text(pointer);
        String scheme = page.substring(0, page.indexOf(':'));
        stubReply(
                call,
                HttpReply.json(documented
                        .withText(pointer, scheme.toUpperCase(Locale.ROOT) + page.substring(scheme.length()))
                        .toString()));

        Either<ProviderFailure, ?> answer = invoke(adapter(), call);

        assertThat(answer.isRight())
                .as("%s with an offer that begins with %s: ends in %s", call, scheme.toUpperCase(Locale.ROOT), answer)
                .isTrue();
        assertThat(((AuthorizationRequest) answer.get()).url().getScheme())
                .as("scheme of the page that the person is sent to")
                .isEqualToIgnoringCase(scheme);
    }

    /** If it fails, leave links in replies alone: whoever follows one sends the credentials to whoever wrote it. */
    @ParameterizedTest
    @MethodSource("calls")
    final void no_link_in_a_reply_is_followed(String call) {
        try (SocketServer elsewhere = SocketServer.start(request -> HttpReply.of(404))) {
            String reply = documentedReply(call)
                    .replaceAll("https?://[^/\"?]+", elsewhere.url().toString());
            stubReply(
                    call,
                    HttpReply.json(reply)
                            .with("Location", elsewhere.url() + "/next")
                            .with("Link", "<" + elsewhere.url() + "/next>; rel=next"));

            invoke(newAdapter(), call);

            assertArrived(call, "a reply with links to another host");
            assertThat(elsewhere.connections())
                    .as("connections to another host, which the reply to %s names. Call the base URL only", call)
                    .isZero();
        }
    }

    /**
     * If it fails, build every URL from the base URL, that of a token too. Other hosts are seen where the client asks the default
     * {@code ProxySelector}, and where a request that the vendor awaits does not arrive.
     */
    @ParameterizedTest
    @MethodSource("calls")
    final void every_request_goes_to_the_base_url(String call) {
        stubReply(call, HttpReply.json(documentedReply(call)));
        AskedHosts asked = new AskedHosts();
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(asked);
        try {
            KycProvider adapter = newAdapter();
            invoke(adapter, call);
        } finally {
            ProxySelector.setDefault(usual);
        }

        assertThat(asked.hosts)
                .as("hosts that %s asks for something. Call the base URL only", call)
                .isSubsetOf(url().getHost());
        assertArrived(call, "the base URL");
        vendor().additionalCalls(call).forEach(step -> assertArrived(step, "the base URL, around " + call));
    }

    /** Sends nothing through a proxy, and remembers which hosts it was asked about. */
    private static final class AskedHosts extends ProxySelector {

        private final Set<String> hosts = ConcurrentHashMap.newKeySet();

        @Override
        public List<Proxy> select(URI uri) {
            hosts.add(String.valueOf(uri.getHost()));
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // There is no proxy.
        }
    }
}
