package dev.kycport.host.cli.option;

import dev.kycport.domain.identity.DocumentType;
import java.util.Arrays;
import java.util.Iterator;

/** What the shell offers behind {@code --documents}. */
public final class DocumentTypeCandidates implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(DocumentType.values()).map(DocumentType::code).iterator();
    }
}
