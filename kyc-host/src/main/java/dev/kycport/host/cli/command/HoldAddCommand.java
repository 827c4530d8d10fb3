package dev.kycport.host.cli.command;

import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyc hold add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Holds a person: from now on no purge takes sessions or audit of theirs. An identity is erased in its"
                        + " time all the same.",
        footer = {"", "Exit status: 0 on hold, 2 usage, configuration or store."})
final class HoldAddCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, such as the number of a court's order; never a number of the person's.")
    private String reason = "";

    @Mixin
    private ConfigOption config = new ConfigOption();

    HoldAddCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> CommandError.usage(wrong, cliContext), this::hold)
                .code();
    }

    private ExitStatus hold(SubjectRef person) {
        return HoldReason.parse(reason).fold(this::usageError, why -> hold(person, why));
    }

    private ExitStatus usageError(String wrong) {
        cliContext.err().message("--reason " + wrong);
        return ExitStatus.USAGE;
    }

    private ExitStatus hold(SubjectRef person, String why) {
        try (AdminStore store = config.openStore(cliContext)) {
            print(person, store.retentionStore().placeHold(person, why, store.now()));
        }
        return ExitStatus.OK;
    }

    private void print(SubjectRef person, boolean isNew) {
        cliContext
                .out()
                .success(
                        isNew
                                ? person.value() + " is on hold: no purge takes anything of theirs."
                                : person.value() + " was on hold already; the reason of that time stays.");
    }
}
