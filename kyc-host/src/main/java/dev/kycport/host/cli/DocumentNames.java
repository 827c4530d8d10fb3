package dev.kycport.host.cli;

import dev.kycport.domain.identity.DocumentType;
import java.util.Arrays;
import java.util.Iterator;

/** What the shell offers behind {@code --documents}. */
final class DocumentNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::code).iterator();
    }
}
