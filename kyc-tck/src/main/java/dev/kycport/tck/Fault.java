package dev.kycport.tck;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a reply goes wrong on the wire, by the name that recordings use; all that have a body echo the secrets in it. */
enum Fault {
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

    private static final Duration BEYOND_PATIENCE = RecordedProvider.PATIENCE.plusMillis(1500);

    private static final int DROPS = 20;
    private static final Duration DRIPPING = RecordedProvider.PATIENCE.multipliedBy(4);

    private final ProviderBehaviour behaviour;

    Fault(ProviderBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    static Optional<Fault> behind(ProviderBehaviour behaviour) {
        return Arrays.stream(values())
                .filter(fault -> fault.behaviour == behaviour)
                .findFirst();
    }

    static Fault named(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault is called " + name + "; there are "
                        + Arrays.stream(values()).map(Fault::code).toList()));
    }

    /** Whether a server that showed it is of no more use: it may still be busy with the reply. */
    boolean leavesTraces() {
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
            case SLOW -> json().withBody("{}").withFixedDelay((int) BEYOND_PATIENCE.toMillis());
            case TRICKLE ->
                json().withBody("{" + " ".repeat(DROPS) + "}")
                        .withChunkedDribbleDelay(DROPS, (int) DRIPPING.toMillis());
            case OVER_LONG -> json().withBody("{\"padding\":\"" + "x".repeat(4 * RecordedProvider.MOST_BYTES) + "\"}");
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
