package dev.kycport.host.cli;

import dev.kycport.domain.consent.SubjectRef;
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

    private final Outside outside;

    @Parameters(paramLabel = "SUBJECT", description = "Your own name for the person, as given to --subject.")
    private String subject = "";

    @Mixin
    private ConfigOption config = new ConfigOption();

    HoldReleaseCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return SubjectRef.parse(subject)
                .fold(wrong -> Refusal.usage(wrong, outside), this::release)
                .number();
    }

    private ExitStatus release(SubjectRef person) {
        try (LastingStore store = config.store(outside)) {
            if (!store.retentionStore().release(person)) {
                outside.err().message("nobody of that name is on hold");
                return ExitStatus.NEGATIVE;
            }
        }
        outside.out().good(person.value() + " is on hold no longer: the next purge takes what is past its time.");
        return ExitStatus.FINE;
    }
}
