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
import java.util.List;
import java.util.Set;

/** Which calls a flow makes, and which of them must not be made twice. */
public final class FlowCalls {

    private static final Set<ProviderCall> WITH_EFFECT = Set.of(SEND_CODE, VERIFY_CODE, TAKE_UP_AUTHORIZATION);

    private FlowCalls() {}

    static List<ProviderCall> of(Flow flow) {
        return switch (flow) {
            case CAPTCHA_OTP -> List.of(CONNECT, RELOAD_CAPTCHA, SEND_CODE, VERIFY_CODE);
            case DIRECT_OTP -> List.of(SEND_CODE, VERIFY_CODE);
            case DIGILOCKER -> List.of(OFFER_AUTHORIZATION, TAKE_UP_AUTHORIZATION, COLLECT_DOCUMENTS);
        };
    }

    /** The call by which a session of that flow ends well. */
    public static ProviderCall last(Flow flow) {
        return of(flow).get(of(flow).size() - 1);
    }

    /** Whether it says whom it is about, so that one person can be taken for another. */
    static boolean concernsPerson(ProviderCall call) {
        return call != CONNECT && call != OFFER_AUTHORIZATION;
    }

    public static boolean hasEffect(ProviderCall call) {
        return WITH_EFFECT.contains(call);
    }
}
