package dev.kycport.host.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kycport.app.WithdrawnConsent;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kyc consent withdraw}: as easy as giving it. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Takes a consent back: no further call is made under it, a session that is under way ends, and an"
                + " identity kept under it is erased. The ledger stays.",
        footer = {
            "",
            "Exit status: 0 withdrawn, 1 nothing of that name or nothing given, 2 usage, configuration or store."
        })
final class ConsentWithdrawCommand implements Callable<Integer> {

    private final Outside outside;

    @Parameters(
            paramLabel = "NAME",
            description = "A session's id, a consent's id as its receipt tells it, or your own name for the person:"
                    + " then all that they gave is taken back.")
    private String name = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    ConsentWithdrawCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        try (LastingStore store = config.store(outside)) {
            return session(store)
                    .or(() -> consent(store))
                    .orElseGet(() -> person(store))
                    .number();
        }
    }

    private Optional<ExitStatus> session(LastingStore store) {
        return SessionId.named(name)
                .filter(id -> store.service().look(id).isRight())
                .map(id -> Withdrawal.of(id, store.service())
                        .fold(no -> Refusal.negative(no, outside), done -> told(done.json(), done::tell)));
    }

    private Optional<ExitStatus> consent(LastingStore store) {
        return ConsentId.named(name)
                .filter(id -> !store.ledger().events(id).isEmpty())
                .map(id -> told(
                        ConsentRecord.of(store.ledger().events(id))
                                .consent()
                                .terms()
                                .subject(),
                        store.service().withdrawConsent(id).map(List::of)));
    }

    private ExitStatus person(LastingStore store) {
        return SubjectRef.parse(name).fold(wrong -> Refusal.usage(wrong, outside), person -> person(person, store));
    }

    private ExitStatus person(SubjectRef person, LastingStore store) {
        return store.register().consents(person).isEmpty()
                ? Refusal.unknown(outside)
                : told(person, store.service().withdrawConsents(person));
    }

    private ExitStatus told(SubjectRef person, Either<KycFailure, List<WithdrawnConsent>> done) {
        return done.map(consents -> new Withdrawals(person, consents))
                .fold(no -> Refusal.negative(no, outside), all -> told(all.json(), all::tell));
    }

    private ExitStatus told(JsonNode done, Consumer<Terminal> inWords) {
        json.tell(outside.out(), () -> done, inWords);
        return ExitStatus.FINE;
    }
}
