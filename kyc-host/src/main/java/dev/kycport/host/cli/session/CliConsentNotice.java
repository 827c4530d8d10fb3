package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.HashSet;
import java.util.Set;

/** The consent notices of the command line, and the requests with them. */
public final class CliConsentNotice {

    private static final String NAME = "kyc-command-line v2";
    private static final String LANGUAGE = "en-IN";
    private static final String INTRODUCTION =
            "We ask for your consent to verify your identity. The data, the purpose and the provider are listed below.";
    private static final String CLOSING =
            " You may decline. You may withdraw your consent at any time by asking the operator of this command.";
    private static final ConsentNotice OTP_NOTICE = new ConsentNotice(
            NAME,
            LANGUAGE,
            INTRODUCTION + " Your number and the code are sent to that provider and are not stored." + CLOSING);
    private static final ConsentNotice DIGILOCKER_NOTICE = new ConsentNotice(
            NAME + ", documents",
            LANGUAGE,
            INTRODUCTION + " You sign in at DigiLocker, and we receive only what you share there." + CLOSING);

    private CliConsentNotice() {}

    /** A request for the default data, and with DigiLocker for these documents. */
    public static Either<KycFailure, SessionRequest> request(
            Flow flow, String subject, String purpose, Set<DocumentType> documents) {
        return flow == Flow.DIGILOCKER
                ? SessionRequest.parse(flow.code(), subject, purpose, DIGILOCKER_NOTICE)
                        .flatMap(request -> withDocuments(documents, request))
                : SessionRequest.parse(flow.code(), subject, purpose, OTP_NOTICE);
    }

    private static Either<KycFailure, SessionRequest> withDocuments(
            Set<DocumentType> documents, SessionRequest request) {
        Set<String> items = new HashSet<>(request.dataItems());
        documents.forEach(document -> items.add(label(document)));
        return request.withDataItems(items);
    }

    private static String label(DocumentType document) {
        return switch (document) {
            case AADHAAR -> "Aadhaar (masked)";
            case PAN -> "PAN card";
            case DRIVING_LICENCE -> "driving licence";
        };
    }
}
