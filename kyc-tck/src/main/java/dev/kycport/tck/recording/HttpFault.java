package dev.kycport.tck.recording;

import dev.kycport.tck.http.HttpReply;
import dev.kycport.tck.http.ServerReply;
import dev.kycport.tck.secrecy.Canary;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a reply goes wrong, by the name that recordings use. All that have a body echo the secrets in it. */
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

    /** The target of the redirect. No request may arrive there. */
    static final String ELSEWHERE = "/elsewhere";

    private final ProviderBehaviour behaviour;

    HttpFault(ProviderBehaviour behaviour) {
        this.behaviour = behaviour;
    }

    static Optional<HttpFault> of(ProviderBehaviour behaviour) {
        return Arrays.stream(values())
                .filter(fault -> fault.behaviour == behaviour)
                .findFirst();
    }

    static HttpFault byName(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault is called " + name + "; there are "
                        + Arrays.stream(values()).map(HttpFault::code).toList()));
    }

    ServerReply reply(Canary canary) {
        String echo = String.join(" ", canary.byName().values());
        return switch (this) {
            case REFUSED -> throw new AssertionError("a refused connection carries no request");
            case DROPPED -> ServerReply.drop();
            case RESET -> ServerReply.reset();
            case CUT_SHORT -> {
                String half = "{\"status\":\"" + echo;
                yield HttpReply.json(half + " ".repeat(4096)).endingAfter(half.length());
            }
            case EMPTY -> HttpReply.of(200);
            case GARBAGE -> HttpReply.json("{\"status\":<<< " + echo);
            case ERROR_PAGE ->
                HttpReply.of(502)
                        .with("Content-Type", "text/html")
                        .withBody("<html><body>Bad gateway: " + echo + "</body></html>");
            case SLOW -> ServerReply.stall();
            case TRICKLE -> ServerReply.trickle();
            case OVER_LONG ->
                HttpReply.json("{\"padding\":\"" + "x".repeat(4 * RecordedProvider.MAX_REPLY_BYTES) + "\"}");
            case REDIRECT -> HttpReply.of(307).with("Location", ELSEWHERE);
        };
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
