package dev.kycport.tck.recording;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.kycport.tck.secrecy.Canary;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a reply goes wrong on the wire, by the name that recordings use; all that have a body echo the secrets in it. */
enum HttpFault {
    REFUSED(ProviderBehaviour.UNREACHABLE),
    DROPPED(ProviderBehaviour.DROPS_CONNECTION),
    RESET(ProviderBehaviour.RESETS_CONNECTION),
    CUT_SHORT(ProviderBehaviour.BREAKS_OFF),
    EMPTY(ProviderBehaviour.EMPTY_REPLY),
    GARBAGE(ProviderBehaviour.GARBAGE_REPLY),
    ERROR_PAGE(ProviderBehaviour.ERROR_PAGE),
    SLOW(ProviderBehaviour.TIMES_OUT),
    TRICKLE(ProviderBehaviour.TRICKLES),
    OVER_LONG(ProviderBehaviour.OVER_LONG_REPLY),
    REDIRECT(ProviderBehaviour.REDIRECTS);

    /** Where a redirect leads: nobody may arrive there. */
    static final String ELSEWHERE = "/elsewhere";

    private static final Duration BEYOND_READ_TIMEOUT = RecordedProvider.READ_TIMEOUT.plusMillis(1500);

    private static final int TRICKLE_CHUNKS = 20;
    private static final Duration TRICKLE_DURATION = RecordedProvider.READ_TIMEOUT.multipliedBy(4);

    private final ProviderBehaviour behaviour;

    HttpFault(ProviderBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    static Optional<HttpFault> of(ProviderBehaviour behaviour) {
        return Arrays.stream(values())
                .filter(httpFault -> httpFault.behaviour == behaviour)
                .findFirst();
    }

    static HttpFault byName(String name) {
        return Arrays.stream(values())
                .filter(httpFault -> httpFault.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault is called " + name + "; there are "
                        + Arrays.stream(values()).map(HttpFault::code).toList()));
    }

    /** Whether a server that showed it is of no more use: it may still be busy with the reply. */
    boolean mayOutliveCall() {
        return this == SLOW
                || this == TRICKLE
                || this == OVER_LONG
                || this == RESET
                || this == CUT_SHORT
                || this == DROPPED;
    }

    ResponseDefinitionBuilder reply(Canary canary) {
        return switch (this) {
            case REFUSED -> throw new AssertionError("who refuses connections takes no request");
            case DROPPED -> broken(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE);
            case RESET -> broken(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER);
            // Headers promise more than comes. A broken chunk would not do, nor would an end right behind the headers:
            // some
            // clients read on before they hand them out.
            case CUT_SHORT ->
                json().withHeader("Content-Length", "4096")
                        .withBody("{\"status\":\"" + echo(canary))
                        .withChunkedDribbleDelay(4, 400);
            case EMPTY -> WireMock.ok();
            case GARBAGE -> json().withBody("{\"status\":<<< " + echo(canary));
            case ERROR_PAGE ->
                WireMock.aResponse()
                        .withStatus(502)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<html><body>Bad gateway: " + echo(canary) + "</body></html>");
            case SLOW -> json().withBody("{}").withFixedDelay((int) BEYOND_READ_TIMEOUT.toMillis());
            case TRICKLE ->
                json().withBody("{" + " ".repeat(TRICKLE_CHUNKS) + "}")
                        .withChunkedDribbleDelay(TRICKLE_CHUNKS, (int) TRICKLE_DURATION.toMillis());
            case OVER_LONG ->
                json().withBody("{\"padding\":\"" + "x".repeat(4 * RecordedProvider.MAX_REPLY_BYTES) + "\"}");
            case REDIRECT -> WireMock.aResponse().withStatus(307).withHeader("Location", ELSEWHERE);
        };
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ResponseDefinitionBuilder json() {
        return WireMock.ok().withHeader("Content-Type", "application/json");
    }

    private static ResponseDefinitionBuilder broken(com.github.tomakehurst.wiremock.http.Fault fault) {
        return WireMock.aResponse().withFault(fault);
    }

    private static String echo(Canary canary) {
        return String.join(" ", canary.byName().values());
    }
}
