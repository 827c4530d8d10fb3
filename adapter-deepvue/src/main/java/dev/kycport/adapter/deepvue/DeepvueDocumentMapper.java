package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.deepvue.DeepvueReplies.EAadhaarData;
import dev.kycport.adapter.deepvue.DeepvueReplies.Envelope;
import dev.kycport.adapter.deepvue.DeepvueReplies.IssuedFile;
import dev.kycport.adapter.feign.json.DocumentContent;
import dev.kycport.adapter.feign.json.OptionalPart;
import dev.kycport.adapter.feign.json.OptionalText;
import dev.kycport.adapter.feign.json.RequiredFields;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.failure.UnintelligibleReason;
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

/** Maps Deepvue's files to documents. */
final class DeepvueDocumentMapper {

    private static final String UIDAI_NAME = "Unique Identification Authority of India";

    /** DigiLocker doctypes of the documents that are fetched as files. Deepvue does not document them. */
    private static final Map<DocumentType, String> DIGILOCKER_DOCTYPES =
            new EnumMap<>(Map.of(DocumentType.PAN, "PANCR", DocumentType.DRIVING_LICENCE, "DRVLC"));

    private DeepvueDocumentMapper() {}

    /** The types that are listed in issued-files. */
    static Set<DocumentType> fetchedAsFiles(Set<DocumentType> documents) {
        Set<DocumentType> types = EnumSet.copyOf(DIGILOCKER_DOCTYPES.keySet());
        types.retainAll(documents);
        return types;
    }

    /** Maps issued-files. A success without a list is an empty list. */
    static Either<UnintelligibleReason, List<IssuedFile>> toIssuedFiles(Envelope<List<IssuedFile>> reply) {
        if (reply.data().isEmpty() && reply.responseStatus().isExplicitSuccess()) {
            return Either.right(List.of());
        }
        return RequiredFields.present(reply.data())
                .map(files -> files.stream().filter(Objects::nonNull).toList());
    }

    /** The first file of each type that has a URI. */
    static Map<DocumentType, IssuedFile> findFiles(Set<DocumentType> documents, List<IssuedFile> files) {
        Map<DocumentType, IssuedFile> found = new EnumMap<>(DocumentType.class);
        documents.forEach(type -> findFiles(type, files).ifPresent(file -> found.put(type, file)));
        return found;
    }

    private static Optional<IssuedFile> findFiles(DocumentType type, List<IssuedFile> files) {
        return files.stream()
                .filter(file -> OptionalText.nonBlank(file.doctype().value())
                        .filter(DIGILOCKER_DOCTYPES.getOrDefault(type, "")::equalsIgnoreCase)
                        .isPresent())
                .filter(file -> OptionalText.nonBlank(file.uri().value()).isPresent())
                .findFirst();
    }

    /** Maps file. The encoding is not documented, so the content decides the media type. */
    static Either<UnintelligibleReason, IssuedDocument> toDocument(
            DocumentType type, IssuedFile file, Envelope<Bytes> reply) {
        return RequiredFields.present(reply.data())
                .flatMap(content -> RequiredFields.wellFormed(
                        DocumentContent.toDocument(type, file.issuer().value().orElse(""), content)));
    }

    /** The e-Aadhaar PDF, if it was requested and is present. */
    static OptionalPart<IssuedDocument> toAadhaarDocument(EAadhaarData aadhaar, boolean requested) {
        return requested
                ? aadhaar.documentPdf().parse(pdf -> DocumentContent.toDocument(DocumentType.AADHAAR, UIDAI_NAME, pdf))
                : OptionalPart.absent();
    }
}
