package dev.kycport.host.cli;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.KycService;
import dev.kycport.app.Surroundings;
import dev.kycport.app.wiring.SystemSurroundings;
import dev.kycport.ports.Stores;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc demo}: all three flows, told step by step. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Tells all three flows step by step, as a person would meet them. Without --provider an invented"
                + " person meets the fake one, and nothing leaves this machine.",
        footer = {
            "",
            "What is not given is asked at the terminal, in each flow anew; a value of - reads a line of standard input",
            "each time. Without --provider the invented person answers, and no answer is taken.",
            "Exit status: 0 every flow verified, else of the first that did not: 1 not verified, 2 usage or configuration,",
            "3 provider failure."
        })
final class DemoCommand implements Callable<Integer> {

    private static final String FAKE = "fake";

    private final Outside outside;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNames.class,
            description = "Another provider, whose flows you then go through yourself.")
    private Optional<String> provider = Optional.empty();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Mixin
    private RedirectOption redirect = new RedirectOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    DemoCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        ExitStatus status =
                provider.filter(name -> !name.equals(FAKE)).map(this::lead).orElseGet(this::play);
        return status.number();
    }

    private ExitStatus lead(String name) {
        Installation installation = Installation.load(config.file(), outside.environment());
        return new Tour(name, answers.given(), redirect.url(), installation, outside).lead();
    }

    private ExitStatus play() {
        Surroundings surroundings = SystemSurroundings.create();
        try (Stores stores = Fake.stores()) {
            KycService service = KycService.with(stores, surroundings)
                    .provider(Fake.provider(FakeConfig.usual(), surroundings.time()))
                    .build();
            return new Demo(service, outside).play();
        }
    }
}
