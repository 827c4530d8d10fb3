package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaar;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.feign.Required;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.MediaType;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.identity.DocumentType;
import dev.kycport.domain.identity.IssuedDocument;
import io.vavr.control.Either;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The documents in Deepvue's replies. Pure. */
final class DeepvueDocuments {

    private static final String UIDAI = "Unique Identification Authority of India";

    /** What DigiLocker calls the documents that are fetched as files; Deepvue does not say so itself. */
    private static final Map<DocumentType, String> DOCTYPES =
            new EnumMap<>(Map.of(DocumentType.PAN, "PANCR", DocumentType.DRIVING_LICENCE, "DRVLC"));

    private DeepvueDocuments() {}

    /** Those that are found in issued-files. */
    static Set<DocumentType> issued(Set<DocumentType> documents) {
        Set<DocumentType> issued = EnumSet.copyOf(DOCTYPES.keySet());
        issued.retainAll(documents);
        return issued;
    }

    /** Of issued-files; a success without a list is an empty one, as eaadhaar without data is nothing. */
    static Either<Oddity, List<IssuedFile>> listed(Envelope<List<IssuedFile>> reply) {
        if (reply.data().isEmpty() && reply.said().vouchesForItself()) {
            return Either.right(List.of());
        }
        return Required.present(reply.data())
                .map(files -> files.stream().filter(Objects::nonNull).toList());
    }

    /** The first file of each of these kinds that can be fetched. */
    static Map<DocumentType, IssuedFile> find(Set<DocumentType> documents, List<IssuedFile> listed) {
        Map<DocumentType, IssuedFile> found = new EnumMap<>(DocumentType.class);
        documents.forEach(type -> find(type, listed).ifPresent(file -> found.put(type, file)));
        return found;
    }

    private static Optional<IssuedFile> find(DocumentType type, List<IssuedFile> listed) {
        return listed.stream()
                .filter(file -> file.doctype()
                        .map(String::strip)
                        .filter(DOCTYPES.getOrDefault(type, "")::equalsIgnoreCase)
                        .isPresent())
                .filter(file -> file.uri().filter(uri -> !uri.isBlank()).isPresent())
                .findFirst();
    }

    /** Of file: nobody says how it is encoded, so its first bytes tell what it is. */
    static Either<Oddity, IssuedDocument> document(DocumentType type, IssuedFile file, Envelope<Bytes> reply) {
        return Required.present(reply.data())
                .flatMap(content -> document(type, file.issuer().orElse(""), content));
    }

    /** The Aadhaar as a document, where it was asked for and is there. */
    static Either<Oddity, List<IssuedDocument>> aadhaar(EAadhaar aadhaar, boolean wanted) {
        return aadhaar.documentPdf()
                .filter(pdf -> wanted)
                .map(pdf -> document(DocumentType.AADHAAR, UIDAI, pdf).map(List::of))
                .orElseGet(() -> Either.right(List.of()));
    }

    private static Either<Oddity, IssuedDocument> document(DocumentType type, String issuer, Bytes content) {
        return Required.wellFormed(
                MediaType.of(content).map(mediaType -> new IssuedDocument(type, issuer, content, mediaType)));
    }
}
