package dev.kycport.host.cli;

import dev.kycport.domain.failure.Field;
import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The documents named on the command line. */
final class Documents {

    private Documents() {}

    static Either<InputRejection, Set<DocumentType>> parse(List<String> names) {
        Set<DocumentType> documents = EnumSet.noneOf(DocumentType.class);
        for (String name : names) {
            Optional<DocumentType> document = DocumentType.named(name);
            if (document.isEmpty()) {
                return Either.left(Field.DOCUMENT.because("must be one of " + all()));
            }
            documents.add(document.get());
        }
        return Either.right(documents);
    }

    private static String all() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::code).collect(Collectors.joining(", "));
    }
}
