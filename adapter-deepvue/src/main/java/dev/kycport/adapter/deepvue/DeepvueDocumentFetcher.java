package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fetches the requested documents that a person shared: the Aadhaar from eaadhaar, others from file after a look-up
 * in issued-files. All calls share one deadline.
 */
final class DeepvueDocumentFetcher {

    private final DeepvueApi api;
    private final HttpCallExecutor<DeepvueStatus> httpCallExecutor;
    private final ConsentProof proof;
    private final ProviderReference reference;
    private final boolean fetchAadhaarPdf;

    DeepvueDocumentFetcher(
            DeepvueApi api,
            HttpCallExecutor<DeepvueStatus> httpCallExecutor,
            ConsentProof proof,
            ProviderReference reference,
            boolean fetchAadhaarPdf) {
        this.api = api;
        this.httpCallExecutor = httpCallExecutor;
        this.proof = proof;
        this.reference = reference;
        this.fetchAadhaarPdf = fetchAadhaarPdf;
    }

    Either<ProviderFailure, DocumentsVerdict> fetch(
            Set<DocumentType> requested, Optional<DocumentHolder> holder, Assurance assurance) {
        Set<DocumentType> documents = withoutUnavailable(requested, holder);
        return fetchAadhaar(documents, assurance)
                .flatMap(identity -> listFiles(documents)
                        .flatMap(issuedFiles -> identity.isEmpty() && issuedFiles.isEmpty()
                                ? Either.left(EarlyResult.of(new DocumentsVerdict.NothingShared()))
                                : holderIdentity(identity, holder, assurance)
                                        .flatMap(known ->
                                                fetchFiles(issuedFiles).map(files -> toVerdict(known, files)))))
                .fold(EarlyResult::outcome, Either::right);
    }

    // If access-token says that there is no Aadhaar, eaadhaar would fail and the other documents would be lost.
    private static Set<DocumentType> withoutUnavailable(Set<DocumentType> requested, Optional<DocumentHolder> holder) {
        boolean aadhaar = holder.map(DocumentHolder::aadhaarAvailable).orElse(true);
        return requested.stream()
                .filter(document -> aadhaar || document != DocumentType.AADHAAR)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DocumentsVerdict toVerdict(VerifiedIdentity identity, List<IssuedDocument> others) {
        return new DocumentsVerdict.DocumentsFetched(DeepvueIdentityMapper.withDocuments(identity, others));
    }

    // Without the Aadhaar only access-token names the holder, and its grant works once. If the holder is unknown, the
    // person must start again.
    private static Either<EarlyResult, VerifiedIdentity> holderIdentity(
            Optional<VerifiedIdentity> identity, Optional<DocumentHolder> holder, Assurance assurance) {
        return identity.or(() -> holder.map(known -> DeepvueIdentityMapper.toIdentity(known, assurance)))
                .<Either<EarlyResult, VerifiedIdentity>>map(Either::right)
                .orElseGet(() -> Either.left(EarlyResult.of(new SessionLost())));
    }

    private Either<EarlyResult, Optional<VerifiedIdentity>> fetchAadhaar(
            Set<DocumentType> documents, Assurance assurance) {
        return documents.contains(DocumentType.AADHAAR)
                ? execute(
                        callContext ->
                                api.eaadhaar(callContext, DeepvueRequests.eaadhaar(proof, reference, fetchAadhaarPdf)),
                        reply -> fetchAadhaar(reply, assurance))
                : Either.right(Optional.empty());
    }

    // As far as known, a success without data means that the Aadhaar was not shared.
    private Either<UnintelligibleReason, Optional<VerifiedIdentity>> fetchAadhaar(
            Envelope<EAadhaarData> reply, Assurance assurance) {
        if (reply.data().isEmpty() && reply.responseStatus().isExplicitSuccess()) {
            return Either.right(Optional.empty());
        }
        return RequiredFields.present(reply.data())
                .flatMap(aadhaar -> DeepvueDocumentMapper.toAadhaarDocuments(aadhaar, fetchAadhaarPdf)
                        .flatMap(pdf -> DeepvueIdentityMapper.toIdentity(aadhaar, pdf, assurance)))
                .map(Optional::of);
    }

    private Either<EarlyResult, Map<DocumentType, IssuedFile>> listFiles(Set<DocumentType> documents) {
        Set<DocumentType> others = DeepvueDocumentMapper.fetchedAsFiles(documents);
        return others.isEmpty()
                ? Either.right(Map.of())
                : execute(
                        callContext -> api.issuedFiles(callContext, DeepvueRequests.issuedFiles(proof, reference)),
                        reply -> DeepvueDocumentMapper.toIssuedFiles(reply)
                                .map(files -> DeepvueDocumentMapper.findFiles(others, files)));
    }

    private Either<EarlyResult, List<IssuedDocument>> fetchFiles(Map<DocumentType, IssuedFile> issuedFiles) {
        Either<EarlyResult, List<IssuedDocument>> files = Either.right(List.of());
        for (Map.Entry<DocumentType, IssuedFile> next : issuedFiles.entrySet()) {
            files = files.flatMap(
                    fetched -> fetchFile(next.getKey(), next.getValue()).map(file -> append(fetched, file)));
        }
        return files;
    }

    private Either<EarlyResult, IssuedDocument> fetchFile(DocumentType type, IssuedFile file) {
        String uri = file.uri().orElseThrow();
        return execute(
                callContext -> api.file(callContext, DeepvueRequests.file(proof, reference, uri)),
                reply -> DeepvueDocumentMapper.toDocument(type, file, reply));
    }

    private <T extends HasResponseStatus<DeepvueStatus>, X> Either<EarlyResult, X> execute(
            Function<CallContext, Reply<T>> call, Function<T, Either<UnintelligibleReason, X>> success) {
        Either<ProviderFailure, Either<EarlyResult, X>> result = httpCallExecutor.execute(
                call,
                DeepvueErrorMapping.sessionLost(Either.<EarlyResult, X>left(EarlyResult.of(new SessionLost()))),
                reply -> success.apply(reply).map(Either::<EarlyResult, X>right));
        return result.fold(failure -> Either.left(new EarlyResult(Either.left(failure))), Function.identity());
    }

    private static List<IssuedDocument> append(List<IssuedDocument> fetched, IssuedDocument next) {
        return Stream.concat(fetched.stream(), Stream.of(next)).toList();
    }

    /** A result that ends the fetch early. */
    private record EarlyResult(Either<ProviderFailure, DocumentsVerdict> outcome) {

        static EarlyResult of(DocumentsVerdict verdict) {
            return new EarlyResult(Either.right(verdict));
        }
    }
}
