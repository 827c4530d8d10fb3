package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.DeepvueStatus;
import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.feign.CallContext;
import dev.kycport.adapter.feign.HasResponseStatus;
import dev.kycport.adapter.feign.HttpCallExecutor;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.adapter.feign.json.IdentityDraft;
import dev.kycport.adapter.feign.json.OptionalPart;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentHolder;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.ports.gateway.DocumentsVerdict;
import dev.kycport.ports.gateway.SessionLost;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        return fetchAadhaar(documents, assurance.verifiedAt())
                .flatMap(aadhaar -> listFiles(documents)
                        .flatMap(files -> aadhaar.isEmpty() && files.isEmpty()
                                ? Either.left(EarlyResult.of(new DocumentsVerdict.NothingShared()))
                                : aadhaarOrHolder(aadhaar, holder).flatMap(draft -> fetchFiles(draft, files))))
                .fold(
                        EarlyResult::outcome,
                        draft -> Either.right(
                                new DocumentsVerdict.DocumentsFetched(draft.toIdentity(assurance), draft.leftOut())));
    }

    // If access-token says that there is no Aadhaar, eaadhaar would fail and the other documents would be lost.
    private static Set<DocumentType> withoutUnavailable(Set<DocumentType> requested, Optional<DocumentHolder> holder) {
        boolean aadhaar = holder.map(DocumentHolder::aadhaarAvailable).orElse(true);
        return requested.stream()
                .filter(document -> aadhaar || document != DocumentType.AADHAAR)
                .collect(Collectors.toUnmodifiableSet());
    }

    // Without the Aadhaar only access-token names the holder, and its grant works once. If the holder is unknown, the
    // person must start again.
    private static Either<EarlyResult, IdentityDraft> aadhaarOrHolder(
            Optional<IdentityDraft> aadhaar, Optional<DocumentHolder> holder) {
        return aadhaar.or(() -> holder.map(IdentityDraft::new))
                .<Either<EarlyResult, IdentityDraft>>map(Either::right)
                .orElseGet(() -> Either.left(EarlyResult.of(new SessionLost())));
    }

    private Either<EarlyResult, Optional<IdentityDraft>> fetchAadhaar(Set<DocumentType> documents, Instant now) {
        return documents.contains(DocumentType.AADHAAR)
                ? execute(
                        callContext ->
                                api.eaadhaar(callContext, DeepvueRequests.eaadhaar(proof, reference, fetchAadhaarPdf)),
                        reply -> toDraft(reply, now))
                : Either.right(Optional.empty());
    }

    // As far as known, a success without data means that the Aadhaar was not shared.
    private Either<UnintelligibleReason, Optional<IdentityDraft>> toDraft(Envelope<EAadhaarData> reply, Instant now) {
        if (reply.data().isEmpty() && reply.responseStatus().isExplicitSuccess()) {
            return Either.right(Optional.empty());
        }
        return RequiredFields.present(reply.data())
                .flatMap(aadhaar -> DeepvueIdentityMapper.toDraft(aadhaar, now)
                        .map(draft ->
                                draft.withDocument(DeepvueDocumentMapper.toAadhaarDocument(aadhaar, fetchAadhaarPdf))))
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

    private Either<EarlyResult, IdentityDraft> fetchFiles(IdentityDraft draft, Map<DocumentType, IssuedFile> files) {
        Either<EarlyResult, IdentityDraft> fetched = Either.right(draft);
        for (Map.Entry<DocumentType, IssuedFile> next : files.entrySet()) {
            fetched = fetched.flatMap(before -> fetchFile(next.getKey(), next.getValue())
                    .map(document -> before.withDocument(OptionalPart.of(document))));
        }
        return fetched;
    }

    private Either<EarlyResult, IssuedDocument> fetchFile(DocumentType type, IssuedFile file) {
        String uri = file.uri().value().orElseThrow();
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

    /** A result that ends the fetch early. */
    private record EarlyResult(Either<ProviderFailure, DocumentsVerdict> outcome) {

        static EarlyResult of(DocumentsVerdict verdict) {
            return new EarlyResult(Either.right(verdict));
        }
    }
}
