package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaar;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.deepvue.DeepvueReplies.Said;
import dev.kycport.adapter.feign.Attempt;
import dev.kycport.adapter.feign.Exchange;
import dev.kycport.adapter.feign.Reply;
import dev.kycport.adapter.feign.Required;
import dev.kycport.adapter.feign.Worded;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.Holder;
import dev.kycport.domain.identity.IssuedDocument;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.ports.CollectionVerdict;
import dev.kycport.ports.ConsentProof;
import dev.kycport.ports.SessionLost;
import io.vavr.control.Either;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One collection of what a person shared: the Aadhaar from eaadhaar, everything else found in issued-files and fetched from
 * file, and only what was asked for. All its calls share one deadline.
 */
final class DeepvueCollection {

    private final DeepvueApi api;
    private final Exchange<Said> exchange;
    private final ConsentProof proof;
    private final ProviderReference reference;
    private final boolean aadhaarPdf;

    DeepvueCollection(
            DeepvueApi api,
            Exchange<Said> exchange,
            ConsentProof proof,
            ProviderReference reference,
            boolean aadhaarPdf) {
        this.api = api;
        this.exchange = exchange;
        this.proof = proof;
        this.reference = reference;
        this.aadhaarPdf = aadhaarPdf;
    }

    Either<ProviderFailure, CollectionVerdict> of(
            Set<DocumentType> asked, Optional<Holder> holder, Assurance assurance) {
        Set<DocumentType> documents = available(asked, holder);
        return person(documents, assurance)
                .flatMap(person -> listed(documents)
                        .flatMap(listed -> person.isEmpty() && listed.isEmpty()
                                ? Either.left(Stop.of(new CollectionVerdict.NothingShared()))
                                : whose(person, holder, assurance)
                                        .flatMap(known -> files(listed).map(files -> verdict(known, files)))))
                .fold(Stop::outcome, Either::right);
    }

    // To ask for an Aadhaar that access-token has ruled out would end in an error, and the rest would be lost with it.
    private static Set<DocumentType> available(Set<DocumentType> asked, Optional<Holder> holder) {
        boolean aadhaar = holder.map(Holder::aadhaarAvailable).orElse(true);
        return asked.stream()
                .filter(document -> aadhaar || document != DocumentType.AADHAAR)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CollectionVerdict verdict(VerifiedIdentity person, List<IssuedDocument> others) {
        return new CollectionVerdict.Collected(DeepvuePeople.with(person, others));
    }

    // Without the Aadhaar only access-token tells it, and there the grant works once: who has forgotten it starts
    // again.
    private static Either<Stop, VerifiedIdentity> whose(
            Optional<VerifiedIdentity> person, Optional<Holder> holder, Assurance assurance) {
        return person.or(() -> holder.map(known -> DeepvuePeople.identity(known, assurance)))
                .<Either<Stop, VerifiedIdentity>>map(Either::right)
                .orElseGet(() -> Either.left(Stop.of(new SessionLost())));
    }

    private Either<Stop, Optional<VerifiedIdentity>> person(Set<DocumentType> documents, Assurance assurance) {
        return documents.contains(DocumentType.AADHAAR)
                ? ask(
                        attempt -> api.eaadhaar(attempt, DeepvueRequests.collectAadhaar(proof, reference, aadhaarPdf)),
                        reply -> person(reply, assurance))
                : Either.right(Optional.empty());
    }

    // A success without data is how they say, as far as we know, that the Aadhaar was not shared.
    private Either<Oddity, Optional<VerifiedIdentity>> person(Envelope<EAadhaar> reply, Assurance assurance) {
        if (reply.data().isEmpty() && reply.said().vouchesForItself()) {
            return Either.right(Optional.empty());
        }
        return Required.present(reply.data())
                .flatMap(aadhaar -> DeepvueDocuments.aadhaar(aadhaar, aadhaarPdf)
                        .flatMap(pdf -> DeepvuePeople.identity(aadhaar, pdf, assurance)))
                .map(Optional::of);
    }

    private Either<Stop, Map<DocumentType, IssuedFile>> listed(Set<DocumentType> documents) {
        Set<DocumentType> others = DeepvueDocuments.issued(documents);
        return others.isEmpty()
                ? Either.right(Map.of())
                : ask(
                        attempt -> api.issuedFiles(attempt, DeepvueRequests.collect(proof, reference)),
                        reply -> DeepvueDocuments.listed(reply).map(files -> DeepvueDocuments.find(others, files)));
    }

    private Either<Stop, List<IssuedDocument>> files(Map<DocumentType, IssuedFile> listed) {
        Either<Stop, List<IssuedDocument>> files = Either.right(List.of());
        for (Map.Entry<DocumentType, IssuedFile> next : listed.entrySet()) {
            files = files.flatMap(before -> file(next.getKey(), next.getValue()).map(file -> and(before, file)));
        }
        return files;
    }

    private Either<Stop, IssuedDocument> file(DocumentType type, IssuedFile file) {
        String uri = file.uri().orElseThrow();
        return ask(
                attempt -> api.file(attempt, DeepvueRequests.collectFile(proof, reference, uri)),
                reply -> DeepvueDocuments.document(type, file, reply));
    }

    private <T extends Worded<Said>, X> Either<Stop, X> ask(
            Function<Attempt, Reply<T>> call, Function<T, Either<Oddity, X>> success) {
        Either<ProviderFailure, Either<Stop, X>> part = exchange.ask(
                call,
                DeepvueTables.sessionLost(Either.<Stop, X>left(Stop.of(new SessionLost()))),
                reply -> success.apply(reply).map(Either::<Stop, X>right));
        return part.fold(failure -> Either.left(new Stop(Either.left(failure))), Function.identity());
    }

    private static List<IssuedDocument> and(List<IssuedDocument> before, IssuedDocument next) {
        return Stream.concat(before.stream(), Stream.of(next)).toList();
    }

    /** Why there is no use in going on. */
    private record Stop(Either<ProviderFailure, CollectionVerdict> outcome) {

        static Stop of(CollectionVerdict verdict) {
            return new Stop(Either.right(verdict));
        }
    }
}
