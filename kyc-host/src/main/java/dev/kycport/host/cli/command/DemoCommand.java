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
import dev.kycport.host.cli.option.RedirectOption;
import dev.kycport.ports.store.Stores;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc demo}: runs all three flows step by step. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs all three flows step by step. Without --provider it uses the fake provider and an invented"
                + " person, and sends nothing over the network.",
        footer = {
            "",
            "With --provider, each flow asks at the terminal for missing answers; a value of - reads a line of standard",
            "input each time. Without --provider the answers are scripted, and answer options are ignored.",
            "Exit status: 0 every flow verified, else that of the first failed flow: 1 not verified, 2 usage or",
            "configuration, 3 provider failure."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String FAKE = "fake";

    private final CliContext context;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            completionCandidates = ProviderNameCandidates.class,
            description = "Runs the flows of this provider, with your own answers.")
    private Optional<String> provider = Optional.empty();

    @Mixin
    private AnswerOptions answers = new AnswerOptions();

    @Mixin
    private RedirectOption redirect = new RedirectOption();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public DemoCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ExitStatus status = provider.filter(name -> !name.equals(FAKE))
                .map(this::runAllFlows)
                .orElseGet(this::runDemo);
        return status.code();
    }

    private ExitStatus runAllFlows(String name) {
        CliConfiguration configuration = config.load(context);
        return new AllFlowsRun(name, answers.answers(), redirect.url(), configuration, context).run();
    }

    private ExitStatus runDemo() {
        KycEnvironment environment = SystemEnvironment.create();
        try (Stores stores = InMemoryStoreFactory.stores()) {
            KycService service = KycService.builder(stores, environment)
                    .provider(FakeProviderFactory.provider(FakeConfig.defaults(), environment.clock()))
                    .build();
            return new Demo(service, context).run();
        }
    }
}
