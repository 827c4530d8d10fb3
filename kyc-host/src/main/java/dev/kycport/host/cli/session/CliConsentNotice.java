package dev.kycport.host.cli.session;

import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.HashSet;
import java.util.Set;

/** What a person is asked to agree to before the command line verifies them. */
public final class CliConsentNotice {

    private static final String NAME = "kyc-command-line v1";
    private static final String LANGUAGE = "en-IN";
    private static final String INTRODUCTION =
            "You are asked to let us confirm who you are. What is fetched, what for, and"
                    + " who passes it on is named below.";
    private static final String CLOSING = " You are free to say no, and whoever asked you will take your agreement back"
            + " whenever you tell them to.";
    private static final ConsentNotice OTP_NOTICE = new ConsentNotice(
            NAME,
            LANGUAGE,
            INTRODUCTION + " Your number and the code you type go to that provider and are not kept." + CLOSING);
    private static final ConsentNotice DIGILOCKER_NOTICE = new ConsentNotice(
            NAME + ", documents",
            LANGUAGE,
            INTRODUCTION + " You sign in at DigiLocker and not with us, and we get only what you share there."
                    + CLOSING);

    private CliConsentNotice() {}

    /** A request for the usual data, and in DigiLocker for these documents. */
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
