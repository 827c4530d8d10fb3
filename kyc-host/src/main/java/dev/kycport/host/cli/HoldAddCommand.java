package dev.kycport.host.cli;

import dev.kycport.domain.consent.SubjectRef;
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

    private final Outside outside;

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

    HoldAddCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> Refusal.usage(wrong, outside), this::hold)
                .number();
    }

    private ExitStatus hold(SubjectRef person) {
        return HoldReason.check(reason).fold(this::refused, why -> hold(person, why));
    }

    private ExitStatus refused(String wrong) {
        outside.err().message("--reason " + wrong);
        return ExitStatus.USAGE;
    }

    private ExitStatus hold(SubjectRef person, String why) {
        try (LastingStore store = config.store(outside)) {
            tell(person, store.retentionStore().hold(person, why, store.now()));
        }
        return ExitStatus.FINE;
    }

    private void tell(SubjectRef person, boolean isNew) {
        outside.out()
                .good(
                        isNew
                                ? person.value() + " is on hold: no purge takes anything of theirs."
                                : person.value() + " was on hold already; the reason of that time stays.");
    }
}
