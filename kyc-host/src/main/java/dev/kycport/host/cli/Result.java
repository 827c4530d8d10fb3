package dev.kycport.host.cli;

import dev.kycport.domain.MediaType;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.Report;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.Assurance;
import dev.kycport.domain.identity.MaskedNumber;
import dev.kycport.domain.identity.VerifiedIdentity;
import dev.kycport.domain.session.KycSession;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a session has led, for people. */
final class Result {

    private final Terminal terminal;

    Result(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(Ending ending) {
        ending.session().ifPresent(session -> {
            terminal.blank();
            if (session instanceof KycSession.Verified verified) {
                identity(verified.identity());
            }
            terminal.fact("State", state(session));
            ending.report().ifPresent(this::report);
            terminal.fact("Session", session.id().value());
            terminal.fact("Steps", path(ending));
        });
    }

    /** The states it went through. */
    String path(Ending ending) {
        String arrow = " " + Mark.ARROW.in(terminal.look()) + " ";
        Stream<String> first =
                ending.audit().stream().limit(1).map(entry -> entry.from().code());
        Stream<String> others = ending.audit().stream()
                .filter(entry -> entry.from() != entry.to())
                .map(entry -> entry.to().code());
        return Stream.concat(first, others).collect(Collectors.joining(arrow));
    }

    private void identity(VerifiedIdentity identity) {
        terminal.fact("Name", identity.name());
        terminal.fact("Born", identity.birthDate().iso());
        terminal.fact("Gender", identity.gender().name().toLowerCase(Locale.ROOT));
        optional("Address", Optional.of(identity.address().line()).filter(line -> !line.isEmpty()));
        optional("Aadhaar", identity.number().map(MaskedNumber::toString));
        optional(
                "Portrait",
                identity.photo().map(photo -> file(photo.type(), photo.image().size())));
        identity.documents()
                .forEach(document -> terminal.fact(
                        "Document",
                        document.type().code() + ", "
                                + file(document.mediaType(), document.content().size())
                                + (document.issuer().isEmpty() ? "" : ", issued by " + document.issuer())));
        Assurance assurance = identity.assurance();
        terminal.fact(
                "Assurance",
                assurance.how().code() + " through " + assurance.by() + ", "
                        + assurance.at().truncatedTo(ChronoUnit.SECONDS));
    }

    private void report(Report report) {
        terminal.fact(
                "Failure",
                report.code() + " (whose turn: " + report.whose().code() + ", again: "
                        + report.retry().kind().code() + ")");
        if (report instanceof ProviderFailure failure) {
            optional("Quote", quotable(failure.trace()));
            optional("Remaining", others(failure).map(names -> names + ", which the consent does not name"));
        }
    }

    private static Optional<String> others(ProviderFailure failure) {
        return Optional.of(failure.remaining().stream().map(ProviderId::value).collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty());
    }

    private void optional(String label, Optional<String> value) {
        value.ifPresent(text -> terminal.fact(label, text));
    }

    private static Optional<String> quotable(VendorTrace trace) {
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
