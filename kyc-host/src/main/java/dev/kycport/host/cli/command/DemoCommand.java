package dev.kycport.host.cli.command;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.adapter.memory.InMemoryStoreFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.demo.AllFlowsRun;
import dev.kycport.host.cli.demo.Demo;
import dev.kycport.host.cli.option.AnswerOptions;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.ProviderNameCandidates;
import dev.kycport.host.cli.session.RedirectOption;
import dev.kycport.ports.store.Stores;
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
public final class DemoCommand implements Callable<Integer> {

    private static final String FAKE = "fake";

    private final CliContext cliContext;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNameCandidates.class,
            description = "Another provider, whose flows you then go through yourself.")
    private Optional<String> provider = Optional.empty();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Mixin
    private RedirectOption redirect = new RedirectOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public DemoCommand(CliContext cliContext) {
        this.cliContext = cliContext;
    }

    @Override
    public Integer call() {
        ExitStatus status = provider.filter(name -> !name.equals(FAKE))
                .map(this::runAllFlows)
                .orElseGet(this::runDemo);
        return status.code();
    }

    private ExitStatus runAllFlows(String name) {
        CliConfiguration cliConfiguration = CliConfiguration.load(config.file(), cliContext.environment());
        return new AllFlowsRun(name, answers.given(), redirect.url(), cliConfiguration, cliContext).run();
    }

    private ExitStatus runDemo() {
        KycEnvironment environment = SystemEnvironment.create();
        try (Stores stores = InMemoryStoreFactory.stores()) {
            KycService service = KycService.builder(stores, environment)
                    .provider(FakeProviderFactory.provider(FakeConfig.defaults(), environment.clock()))
                    .build();
            return new Demo(service, cliContext).run();
        }
    }
}
