package dev.kycport.host.cli.option;

import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.identity.DocumentType;
import io.vavr.control.Either;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses {@code --documents}, and lists its completion candidates. */
public final class DocumentTypeOption implements Iterable<String> {

    private static final List<String> CODES =
            Arrays.stream(DocumentType.values()).map(DocumentType::code).toList();

    public static Either<KycFailure, Set<DocumentType>> parse(List<String> codes) {
        Set<DocumentType> documents = EnumSet.noneOf(DocumentType.class);
        for (String code : codes) {
            Optional<DocumentType> document = DocumentType.fromCode(code);
            if (document.isEmpty()) {
                return Either.left(InputField.DOCUMENT.reject("must be one of " + String.join(", ", CODES)));
            }
            documents.add(document.get());
        }
        return Either.right(documents);
    }

    @Override
    public Iterator<String> iterator() {
        return CODES.iterator();
    }
}
