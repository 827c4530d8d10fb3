package dev.kycport.host.cli;

import dev.kycport.domain.SessionId;
import dev.kycport.domain.failure.Field;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyc consent withdraw}: as easy as giving it. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes a consent back: no further call is made under it, a session that is under way ends, and an"
                + " identity kept under it is erased. The ledger stays.",
        footer = {"", "Exit status: 0 withdrawn, 1 no such session or nothing given, 2 usage, configuration or store."})
final class ConsentWithdrawCommand implements Callable<Integer> {

    private final Outside outside;

    @Parameters(paramLabel = "SESSION", description = "The session's id, as kyc consent show tells it.")
    private String session = "";

    @Option(names = "--json", description = "Prints one JSON object for scripts.")
    private boolean json;

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentWithdrawCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        return SessionId.named(session)
                .map(this::withdraw)
                .orElseGet(() -> Refusal.usage(Field.SESSION.because("is not the id of one: 22 characters"), outside))
                .number();
    }

    private ExitStatus withdraw(SessionId id) {
        try (LastingStore store = config.store(outside)) {
            return Withdrawal.of(id, store.service()).fold(no -> Refusal.negative(no, outside), this::tell);
        }
    }

    private ExitStatus tell(Withdrawal done) {
        if (json) {
            Json.print(done.json(), outside.out());
        } else {
            done.tell(outside.out());
        }
        return ExitStatus.FINE;
    }
}
