package dev.kycport.host.cli.option;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents named on the command line. */
public final class DocumentTypeParser {

    private DocumentTypeParser() {}

    public static Either<KycFailure, Set<DocumentType>> parse(List<String> names) {
        Set<DocumentType> documents = EnumSet.noneOf(DocumentType.class);
        for (String name : names) {
            Optional<DocumentType> document = DocumentType.fromCode(name);
            if (document.isEmpty()) {
                return Either.left(InputField.DOCUMENT.reject("must be one of " + allCodes()));
            }
            documents.add(document.get());
        }
        return Either.right(documents);
    }

    private static String allCodes() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::code).collect(Collectors.joining(", "));
    }
}
