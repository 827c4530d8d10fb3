package dev.kycport.tck.recording;

import static dev.kycport.domain.ProviderCall.COLLECT_DOCUMENTS;
import static dev.kycport.domain.ProviderCall.CONNECT;
import static dev.kycport.domain.ProviderCall.OFFER_AUTHORIZATION;
import static dev.kycport.domain.ProviderCall.RELOAD_CAPTCHA;
import static dev.kycport.domain.ProviderCall.SEND_CODE;
import static dev.kycport.domain.ProviderCall.TAKE_UP_AUTHORIZATION;
import static dev.kycport.domain.ProviderCall.VERIFY_CODE;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderCall;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider can do to us. A vendor's way of showing a behaviour is the recording of that name; those of
 * {@link Nature#NETWORK} need no recording, since every network shows them alike.
 */
public enum ProviderBehaviour {
    /** A code goes out. */
    CODE_SENT(Nature.REQUIRED, "", SEND_CODE),
    /** No mobile is linked to the number. */
    MOBILE_NOT_LINKED(Nature.OPTIONAL, "otp.not-sent.mobile-not-linked", SEND_CODE),
    /** The provider does not know the number. */
    NUMBER_INVALID(Nature.OPTIONAL, "otp.not-sent.number-invalid", SEND_CODE),
    /** An earlier code is pending, so none goes out. */
    CODE_PENDING(Nature.OPTIONAL, "otp.not-sent.pending", SEND_CODE),
    /** The code is right; the person follows. */
    RIGHT_CODE(Nature.REQUIRED, "", VERIFY_CODE),
    /** The code is wrong. */
    WRONG_CODE(Nature.REQUIRED, "otp.wrong-code", VERIFY_CODE),
    /** The code is too old. */
    CODE_EXPIRED(Nature.OPTIONAL, "otp.expired", VERIFY_CODE),
    /** A captcha image follows. */
    CAPTCHA_SHOWN(Nature.REQUIRED, "", CONNECT),
    /** Another captcha image follows. */
    CAPTCHA_RELOADED(Nature.REQUIRED, "", RELOAD_CAPTCHA),
    /** The answer to the captcha is wrong. */
    WRONG_CAPTCHA(Nature.OPTIONAL, "captcha.wrong", SEND_CODE),
    /** A DigiLocker offer follows. */
    OFFER_MADE(Nature.REQUIRED, "", OFFER_AUTHORIZATION),
    /** DigiLocker accepts the grant. */
    GRANT_ACCEPTED(Nature.REQUIRED, "", TAKE_UP_AUTHORIZATION),
    /** DigiLocker does not accept the grant. */
    GRANT_REFUSED(Nature.OPTIONAL, "authorization.denied", TAKE_UP_AUTHORIZATION),
    /** The shared documents follow. */
    DOCUMENTS_SHARED(Nature.REQUIRED, "", COLLECT_DOCUMENTS),
    /** The person shared some of the documents asked for, and the Aadhaar is not among them. */
    AADHAAR_WITHHELD(Nature.OPTIONAL, "", COLLECT_DOCUMENTS),
    /** The person shared none of the documents asked for. */
    NOTHING_SHARED(Nature.OPTIONAL, "authorization.empty", COLLECT_DOCUMENTS),
    /** The provider no longer knows its side of the session. */
    SESSION_LOST(
            Nature.OPTIONAL,
            "provider.session-lost",
            RELOAD_CAPTCHA,
            SEND_CODE,
            VERIFY_CODE,
            TAKE_UP_AUTHORIZATION,
            COLLECT_DOCUMENTS),
    /** The person follows, and with them the whole number, a share code, links: what must not be passed on. */
    HANDS_BACK_TOO_MUCH(Nature.OPTIONAL, "", VERIFY_CODE, COLLECT_DOCUMENTS),

    /** Too many calls. */
    THROTTLED(Nature.OPTIONAL, "provider.throttled", ProviderCall.values()),
    /** The provider does not accept our credentials. */
    BAD_CREDENTIALS(Nature.OPTIONAL, "provider.credentials", ProviderCall.values()),
    /** Balance or quota is used up. */
    QUOTA_USED(Nature.OPTIONAL, "provider.quota", ProviderCall.values()),
    /** The provider calls our request invalid. */
    REFUSES_REQUEST(Nature.OPTIONAL, "provider.refused", ProviderCall.values()),
    /** UIDAI or DigiLocker is down, says the provider. */
    SOURCE_DOWN(Nature.OPTIONAL, "source.down", ProviderCall.values()),
    /** UIDAI or DigiLocker did not answer the provider in time. */
    SOURCE_TIMES_OUT(Nature.OPTIONAL, "source.timed-out", ProviderCall.values()),
    /** JSON of a shape nobody has documented, under HTTP 200. */
    UNKNOWN_SHAPE(Nature.REQUIRED, "provider.unintelligible", ProviderCall.values()),
    /** The vendor's documented shape under HTTP 200, with a code that is neither its success nor any known one. */
    UNKNOWN_CODE_UNDER_SUCCESS(Nature.OPTIONAL, "provider.unintelligible", ProviderCall.values()),
    /** A success that lacks what it must hold: the reference, the name, the image. */
    MISSING_FIELD(Nature.OPTIONAL, "provider.unintelligible", ProviderCall.values()),

    /** Nobody listens. */
    UNREACHABLE(Nature.NETWORK, "provider.unreachable", ProviderCall.values()),
    /** The request is taken and no answer comes in time. */
    TIMES_OUT(Nature.NETWORK, "provider.timed-out", ProviderCall.values()),
    /** A reply begins in time and drips on for ever, each drop within the time-out for reading. */
    TRICKLES(Nature.NETWORK, "provider.timed-out", ProviderCall.values()),
    /** The request is taken and the connection closed without an answer. */
    DROPS_CONNECTION(Nature.NETWORK, "provider.timed-out", ProviderCall.values()),
    /** The request is taken and the connection reset. */
    RESETS_CONNECTION(Nature.NETWORK, "provider.timed-out", ProviderCall.values()),
    /** A reply begins under HTTP 200 and breaks off. */
    BREAKS_OFF(Nature.NETWORK, "provider.unintelligible", ProviderCall.values()),
    /** HTTP 200 and nothing else. */
    EMPTY_REPLY(Nature.NETWORK, "provider.unintelligible", ProviderCall.values()),
    /** HTTP 200 with something that is not JSON and echoes what we sent. */
    GARBAGE_REPLY(Nature.NETWORK, "provider.unintelligible", ProviderCall.values()),
    /** A gateway's HTML page under HTTP 502, which echoes what we sent. */
    ERROR_PAGE(Nature.NETWORK, "provider.unintelligible", ProviderCall.values()),
    /** More than anyone should read. */
    OVER_LONG_REPLY(Nature.NETWORK, "provider.unintelligible", ProviderCall.values()),
    /** HTTP 307 to another place, which would carry number and credentials there. */
    REDIRECTS(Nature.NETWORK, "provider.unintelligible", ProviderCall.values());

    private final Nature nature;
    private final String expected;
    private final Set<ProviderCall> calls;

    ProviderBehaviour(Nature nature, String expected, ProviderCall... calls) {
        this.nature = nature;
        this.expected = expected;
        this.calls = Set.of(calls);
    }

    /** The name of its recording, such as {@code wrong-code}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who has to show it. */
    public Nature nature() {
        return nature;
    }

    /** The code of the verdict or failure it must end in; nothing where the call is to succeed. */
    public Optional<String> expectedCode() {
        return expected.isEmpty() ? Optional.empty() : Optional.of(expected);
    }

    /** Whether a call that meets it may end in this code. */
    public boolean allows(String code) {
        // Some clients hand out the headers before they read on, others fail at once: in both cases the request may
        // have arrived.
        return expected.equals(code) || (this == BREAKS_OFF && code.equals("provider.timed-out"));
    }

    /** Whether the reply never ends, so that only a time-out ends the call. */
    public boolean isEndless() {
        return this == TIMES_OUT || this == TRICKLES;
    }

    /** Whether it must end in a {@code ProviderFailure} rather than in a verdict. */
    public boolean isFailure() {
        return this != SESSION_LOST && (expected.startsWith("provider.") || expected.startsWith("source."));
    }

    /** The calls of that flow that can meet it, in the order in which they are made. */
    public List<ProviderCall> calls(Flow flow) {
        return FlowCalls.of(flow).stream()
                .filter(calls::contains)
                .filter(call -> flow != Flow.DIRECT_OTP || !needsSession(call))
                .toList();
    }

    /** Those that some call of that flow can meet. */
    public static List<ProviderBehaviour> of(Flow flow) {
        return Arrays.stream(values())
                .filter(behaviour -> !behaviour.calls(flow).isEmpty())
                .toList();
    }

    /** Those by which a call of that flow that says whom it is about ends as hoped for. */
    public static List<ProviderBehaviour> successes(Flow flow) {
        return of(flow).stream()
                .filter(behaviour -> behaviour.nature == Nature.REQUIRED && behaviour.expected.isEmpty())
                .filter(behaviour ->
                        FlowCalls.concernsPerson(behaviour.calls(flow).get(0)))
                .toList();
    }

    // Without a captcha there is no session before the code.
    private boolean needsSession(ProviderCall call) {
        return call == SEND_CODE && (this == WRONG_CAPTCHA || this == SESSION_LOST);
    }

    /** Who has to show a behaviour. */
    public enum Nature {
        /** Every provider shows it, so a recording of it cannot be missing. */
        REQUIRED("every provider shows it, so add its recording"),
        /** Not every provider shows it, so a contract may declare a gap. */
        OPTIONAL("not every provider shows it"),
        /** The network shows it, whatever the provider. */
        NETWORK("every network shows it, whatever the provider");

        private final String shownBy;

        Nature(String whoShowsIt) {
            this.shownBy = whoShowsIt;
        }

        public String shownBy() {
            return shownBy;
        }
    }
}
