package dev.kycport.adapter.uidai.internal.signer;

import dev.kycport.domain.evidence.SignerPurpose;
import dev.kycport.domain.evidence.TrustedSigner;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The certificates that are trusted: those that come with this module, and the operator's. */
public final class TrustStore {

    private static final String SHIPPED = "signers.pem";

    /** A certificate has two kilobytes. */
    private static final int MAX_FILE_BYTES = 1024 * 1024;

    private final List<SignerEntry> entries;

    public TrustStore(List<SignerEntry> entries) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(
                                (SignerEntry entry) -> entry.signer().validUntil())
                        .reversed())
                .toList();
    }

    public static TrustStore load(Optional<Path> operatorFile) {
        List<SignerEntry> entries = new ArrayList<>(shipped());
        operatorFile.ifPresent(file -> entries.addAll(new SignerFile(file.toString(), false).read(content(file))));
        return new TrustStore(entries);
    }

    public static List<SignerEntry> shipped() {
        try (InputStream resource = TrustStore.class.getResourceAsStream(SHIPPED)) {
            if (resource == null) {
                throw new IllegalStateException("adapter-uidai's jar lacks " + SHIPPED);
            }
            return new SignerFile(SHIPPED, true).read(new String(resource.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("could not read " + SHIPPED, unreadable);
        }
    }

    public List<TrustedSigner> signers() {
        return entries.stream().map(SignerEntry::trusted).toList();
    }

    public List<SignerEntry> of(SignerPurpose purpose) {
        return entries.stream()
                .filter(entry -> entry.trusted().purposes().contains(purpose))
                .toList();
    }

    /**
     * The signers of that purpose in the order in which to try them: first those that are valid at the time that the document
     * claims. The claim is not trusted; it only saves work.
     */
    public List<SignerEntry> of(SignerPurpose purpose, Optional<Instant> claimed) {
        return of(purpose).stream()
                .sorted(Comparator.comparing(
                        entry -> claimed.filter(entry.signer()::isValidAt).isEmpty()))
                .toList();
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new IllegalArgumentException(file + " is larger than a file of certificates");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }
}
