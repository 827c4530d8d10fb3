package dev.kycport.domain.failure;

/** KycPort refused the step: nothing changed, nothing was sent and no attempt was spent. */
public sealed interface Rejection extends KycFailure
        permits InputRejection,
                SessionRejection,
                ConsentRejection,
                CaptchaRejection,
                OtpRejection,
                AuthorizationRejection,
                FlowRejection {

    /** Code, responsible party, advice and summary. */
    RejectionDetails details();

    @Override
    default String code() {
        return details().code();
    }

    @Override
    default ResponsibleParty responsibleParty() {
        return details().responsibleParty();
    }

    @Override
    default RetryAdvice retryAdvice() {
        return details().retryAdvice();
    }

    @Override
    default String summary() {
        return details().summary();
    }
}
