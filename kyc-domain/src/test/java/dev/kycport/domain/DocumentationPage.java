package dev.kycport.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under docs/ that a test keeps true; {@code -Dkycport.docs=write} lets the test mend it instead. */
public final class DocumentationPage {

    public static final String HOW_TO_UPDATE =
            "mvn -pl kyc-domain test -Dtest='*DocTest' -Dkycport.docs=write rewrites what is derived; read the difference, then commit it";

    private final Path file;

    public DocumentationPage(String name) {
        this.file = docs().resolve(name);
    }

    public static boolean isUpdateRequested() {
        return "write".equals(System.getProperty("kycport.docs"));
    }

    public String read() {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    // A build runs tests in the module's directory, some tools in the project's.
    private static Path docs() {
        Path here = Path.of("docs");
        return Files.isDirectory(here) ? here : Path.of("..", "docs");
    }
}
