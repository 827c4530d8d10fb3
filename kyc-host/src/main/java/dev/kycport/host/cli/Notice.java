package dev.kycport.host.cli;

import dev.kycport.app.SessionRequest;
import dev.kycport.domain.Flow;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.HashSet;
import java.util.Set;

/** What a person is asked to agree to before the command line verifies them. */
final class Notice {

    private static final String NAME = "kyc-command-line v1";
    private static final String LANGUAGE = "en-IN";
    private static final String BEGINNING =
            "You are asked to let us confirm who you are. What is fetched, what for, and"
                    + " who passes it on is named below.";
    private static final String END = " You are free to say no, and whoever asked you will take your agreement back"
            + " whenever you tell them to.";
    private static final ConsentNotice BY_CODE = new ConsentNotice(
            NAME,
            LANGUAGE,
            BEGINNING + " Your number and the code you type go to that provider and are not kept." + END);
    private static final ConsentNotice BY_DOCUMENTS = new ConsentNotice(
            NAME + ", documents",
            LANGUAGE,
            BEGINNING + " You sign in at DigiLocker and not with us, and we get only what you share there." + END);

    private Notice() {}

    /** A request for the usual data, and in DigiLocker for these documents. */
    static Either<InputRejection, SessionRequest> request(
            Flow flow, String subject, String purpose, Set<DocumentType> documents) {
        return flow == Flow.DIGILOCKER
                ? SessionRequest.parse(flow.code(), subject, purpose, BY_DOCUMENTS)
                        .flatMap(request -> naming(documents, request))
                : SessionRequest.parse(flow.code(), subject, purpose, BY_CODE);
    }

    private static Either<InputRejection, SessionRequest> naming(Set<DocumentType> documents, SessionRequest request) {
        Set<String> items = new HashSet<>(request.dataItems());
        documents.forEach(document -> items.add(inWords(document)));
        return request.asking(items);
    }

    private static String inWords(DocumentType document) {
        return switch (document) {
            case AADHAAR -> "Aadhaar (masked)";
            case PAN -> "PAN card";
            case DRIVING_LICENCE -> "driving licence";
        };
    }
}
