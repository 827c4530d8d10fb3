package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.app.step.WithdrawnConsent;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.consent.ConsentRecord;
import dev.kycport.host.cli.consent.WithdrawalReport;
import dev.kycport.host.cli.consent.WithdrawalsReport;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc consent withdraw}: withdraws consents by session, consent or subject. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description =
                "Withdraws a consent: no further call is made under it, a live session ends, and a stored identity"
                        + " is erased. The ledger stays.",
        footer = {"", "Exit status: 0 withdrawn, 1 unknown name or no consent given, 2 usage, configuration or store."})
final class ConsentWithdrawCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(
            paramLabel = "NAME",
            description = "A session id, a consent id from a receipt, or your own name for the person, which withdraws"
                    + " all of their consents.")
    private String name = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentWithdrawCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (AdminStore store = config.openStore(context)) {
            return withdrawSession(store)
                    .or(() -> withdrawConsent(store))
                    .orElseGet(() -> withdrawSubject(store))
                    .code();
        }
    }

    private Optional<ExitStatus> withdrawSession(AdminStore store) {
        return SessionId.tryParse(name)
                .filter(id -> store.service().findSession(id).isRight())
                .map(id -> WithdrawalReport.withdraw(id, store.service())
                        .fold(
                                rejection -> CommandError.rejected(rejection, context),
                                report -> report(report.json(), report::print)));
    }

    private Optional<ExitStatus> withdrawConsent(AdminStore store) {
        return ConsentId.tryParse(name)
                .filter(id -> !store.ledger().events(id).isEmpty())
                .map(id -> report(
                        ConsentRecord.of(store.ledger().events(id))
                                .consent()
                                .terms()
                                .subject(),
                        store.service().withdrawConsent(id).map(List::of)));
    }

    private ExitStatus withdrawSubject(AdminStore store) {
        return SubjectRef.parse(name)
                .fold(wrong -> CommandError.usage(wrong, context), person -> withdrawSubject(person, store));
    }

    private ExitStatus withdrawSubject(SubjectRef person, AdminStore store) {
        return store.admin().ledgerReader().findConsents(person).isEmpty()
                ? CommandError.unknownName(context)
                : report(person, store.service().withdrawConsents(person));
    }

    private ExitStatus report(SubjectRef person, Either<KycFailure, List<WithdrawnConsent>> report) {
        return report.map(consents -> new WithdrawalsReport(person, consents))
                .fold(rejection -> CommandError.rejected(rejection, context), all -> report(all.json(), all::print));
    }

    private ExitStatus report(JsonNode report, Consumer<Terminal> text) {
        json.print(context.out(), () -> report, text);
        return ExitStatus.OK;
    }
}
