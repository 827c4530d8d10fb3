package dev.kycport.host.cli.command;

import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.domain.Bytes;
import dev.kycport.domain.evidence.EmailAddress;
import dev.kycport.domain.evidence.MobileNumber;
import dev.kycport.domain.evidence.ShareCode;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.evidence.VerificationReport;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.ports.evidence.EvidenceResult;
import dev.kycport.ports.evidence.EvidenceVerifier;
import dev.kycport.ports.evidence.SignedDocument;
import io.vavr.control.Either;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyc verify-document FILE}: checks a signed document, without a session and without a network. */
@Command(
        name = "verify-document",
        mixinStandardHelpOptions = true,
        description = "Checks UIDAI's or DigiLocker's signature on a file: an offline e-KYC ZIP or XML, the digits of a"
                + " Secure QR or an image of one, or DigiLocker's eAadhaar XML. Asks nobody and stores nothing.",
        footer = {
            "",
            "A value of - is read from standard input, one line each, in the order of the options above.",
            "Exit status: 0 genuine, 1 not genuine, 2 usage or configuration."
        })
public final class VerifyDocumentCommand implements Callable<Integer> {

    private static final long MAX_FILE_BYTES = 64L * 1024 * 1024;
    private static final String STDIN_MARKER = "-";

    private final CliContext context;

    @Parameters(paramLabel = "FILE", description = "The document.")
    private Path file = Path.of("");

    @Option(names = "--share-code", paramLabel = "CODE", description = "Opens an offline e-KYC ZIP.")
    private Optional<String> shareCode = Optional.empty();

    @Option(names = "--mobile", paramLabel = "NUMBER", description = "Compares it with the registered mobile number.")
    private Optional<String> mobile = Optional.empty();

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Compares it with the registered e-mail address.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--max-age", paramLabel = "DAYS", description = "Refuses an older document. Without it, any age.")
    private Optional<Integer> maxAgeDays = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public VerifyDocumentCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        EvidenceVerifier verifier = verifier(config, context);
        return document()
                .fold(failure -> CommandError.usage(failure, context), document -> verify(verifier, document))
                .code();
    }

    /** The verifier of the configuration. */
    static EvidenceVerifier verifier(ConfigOption config, CliContext context) {
        return config.load(context).config().requireEvidenceVerifier();
    }

    private ExitStatus verify(EvidenceVerifier verifier, SignedDocument document) {
        EvidenceResult result =
                verifier.verify(document, SystemEnvironment.create().clock().instant());
        VerificationReport report = new VerificationReport(result);
        json.print(context.out(), report::json, report::print);
        return result.isGenuine() ? ExitStatus.OK : ExitStatus.NEGATIVE;
    }

    private Either<KycFailure, SignedDocument> document() {
        return content()
                .flatMap(content -> parse(shareCode, ShareCode::parse)
                        .flatMap(code -> parse(mobile, MobileNumber::parse)
                                .flatMap(number -> parse(email, EmailAddress::parse)
                                        .map(address -> new SignedDocument(
                                                content, code, number, address, maxAgeDays.map(Duration::ofDays))))));
    }

    private Either<KycFailure, Bytes> content() {
        if (!Files.isRegularFile(file)) {
            return Either.left(InputField.DOCUMENT.reject("must be a file that exists"));
        }
        if (maxAgeDays.filter(days -> days < 1).isPresent()) {
            return Either.left(InputField.DOCUMENT.reject("cannot be younger than --max-age 1"));
        }
        try {
            return Files.size(file) > MAX_FILE_BYTES
                    ? Either.left(InputField.DOCUMENT.reject("is larger than 64 MB"))
                    : Either.right(Bytes.of(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    private <T> Either<KycFailure, Optional<T>> parse(
            Optional<String> option, Function<String, Either<KycFailure, T>> parser) {
        return option.map(text -> STDIN_MARKER.equals(text) ? nextLine() : text)
                .map(text -> parser.apply(text).map(Optional::of))
                .orElseGet(() -> Either.right(Optional.empty()));
    }

    private String nextLine() {
        try {
            return Optional.ofNullable(context.stdin().readLine()).orElse("");
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read standard input", failure);
        }
    }
}
