package dev.kycport.host.cli.result;

import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.StepReport;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.KycSession;
import dev.kycport.host.cli.terminal.Symbol;
import dev.kycport.host.cli.terminal.Terminal;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the result of a run for people. */
public final class RunResultPrinter {

    private final Terminal terminal;

    public RunResultPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(RunResult result) {
        result.session().ifPresent(session -> {
            terminal.blankLine();
            if (session instanceof KycSession.Verified verified) {
                printIdentity(verified.identity());
            }
            terminal.field("State", state(session));
            result.report().ifPresent(this::printReport);
            terminal.field("Session", session.id().value());
            terminal.field("Steps", path(result));
        });
    }

    /** The states that the session passed through. */
    public String path(RunResult result) {
        String arrow = " " + Symbol.ARROW.text(terminal.capabilities()) + " ";
        Stream<String> first =
                result.audit().stream().limit(1).map(entry -> entry.from().code());
        Stream<String> others = result.audit().stream()
                .filter(entry -> entry.from() != entry.to())
                .map(entry -> entry.to().code());
        return Stream.concat(first, others).collect(Collectors.joining(arrow));
    }

    private void printIdentity(VerifiedIdentity identity) {
        terminal.field("Name", identity.name());
        terminal.field("Born", identity.birthDate().iso());
        terminal.field("Gender", identity.gender().name().toLowerCase(Locale.ROOT));
        optionalField("Address", Optional.of(identity.address().line()).filter(line -> !line.isEmpty()));
        optionalField("Aadhaar", identity.number().map(MaskedNumber::toString));
        optionalField(
                "Portrait",
                identity.photo().map(photo -> file(photo.type(), photo.image().size())));
        identity.documents()
                .forEach(document -> terminal.field(
                        "Document",
                        document.type().code() + ", "
                                + file(document.mediaType(), document.content().size())
                                + (document.issuer().isEmpty() ? "" : ", issued by " + document.issuer())));
        Assurance assurance = identity.assurance();
        terminal.field(
                "Assurance",
                assurance.flow().code() + " through " + assurance.provider() + ", "
                        + assurance.verifiedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private void printReport(StepReport report) {
        terminal.field(
                "Failure",
                report.code() + " (responsible: "
                        + report.responsibleParty().code() + ", retry: "
                        + report.retryAdvice().kind().code() + ")");
        if (report instanceof ProviderFailure failure) {
            optionalField("Trace", trace(failure.trace()));
            optionalField(
                    "Remaining", remainingProviders(failure).map(names -> names + ", not covered by the consent"));
        }
    }

    private static Optional<String> remainingProviders(ProviderFailure failure) {
        return Optional.of(failure.uncoveredProviders().stream()
                        .map(ProviderId::value)
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }

    private void optionalField(String label, Optional<String> value) {
        value.ifPresent(text -> terminal.field(label, text));
    }

    private static Optional<String> trace(VendorTrace trace) {
        String parts = Stream.of(
                        trace.transaction(),
                        trace.vendorCode(),
                        trace.httpStatus().isPresent()
                                ? Optional.of("HTTP " + trace.httpStatus().getAsInt())
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(parts).filter(text -> !text.isEmpty());
    }

    private static String state(KycSession session) {
        return session instanceof KycSession.Ended ended
                ? ended.state().code() + ": " + ended.reason().code()
                : session.state().code();
    }

    private static String file(MediaType type, int bytes) {
        return type.name() + " of " + String.format(Locale.ROOT, "%,d", bytes) + " bytes";
    }
}
