package dev.kycport.domain.failure;

/** The domain said no and nothing changed. */
public sealed interface Rejection extends KycFailure
        permits InputRejection,
                SessionRejection,
                ConsentRejection,
                CaptchaRejection,
                OtpRejection,
                AuthorizationRejection,
                FlowRejection {}
