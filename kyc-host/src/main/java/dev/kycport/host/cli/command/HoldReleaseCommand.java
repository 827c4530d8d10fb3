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
import picocli.CommandLine.Parameters;

/** {@code kyc hold release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Ends a hold: the next purge takes what is past its time.",
        footer = {"", "Exit status: 0 released, 1 there was no hold, 2 usage, configuration or store."})
final class HoldReleaseCommand implements Callable<Integer> {

    private final CliContext cliContext;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Mixin
    private ConfigOption config = new ConfigOption();

    HoldReleaseCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> CommandError.usage(wrong, cliContext), this::release)
                .code();
    }

    private ExitStatus release(SubjectRef person) {
        try (AdminStore store = config.openStore(cliContext)) {
            if (!store.retentionStore().releaseHold(person)) {
                cliContext.err().message("nobody of that name is on hold");
                return ExitStatus.NEGATIVE;
            }
        }
        cliContext.out().success(person.value() + " is on hold no longer: the next purge takes what is past its time.");
        return ExitStatus.OK;
    }
}
