package dev.kycport.host.cli.command;

import dev.kycport.app.config.Profile;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.serve.FirstPages;
import dev.kycport.host.serve.ServedInstallation;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kyc serve}: serves the API and the hosted page until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the JSON API and the hosted page until it is stopped.",
        footer = {
            "",
            "Without --config it serves the development profile on a loopback address, and prints",
            "a key and pages to try. Under profile = production it needs kyc.http.public-url with",
            "https, and kyc.http.keys. SIGTERM or Ctrl-C lets running requests finish first.",
            "Exit status: 0 stopped, 2 usage or configuration."
        })
public final class ServeCommand implements Callable<Integer> {

    private final CliContext context;

    @Option(names = "--port", paramLabel = "N", description = "The port, instead of kyc.http.port; 0 takes a free one.")
    private Optional<Integer> port = Optional.empty();

    @Mixin
    private ConfigOption config = new ConfigOption();

    public ServeCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        CliConfiguration configuration = config.load(context);
        ServedInstallation served = ServedInstallation.start(configuration.config(), port);
        Thread stopper = new Thread(served::close, "kyc-serve-stop");
        Runtime.getRuntime().addShutdownHook(stopper);
        print(served, configuration.config().profile());
        served.server().join();
        return ExitStatus.OK.code();
    }

    private void print(ServedInstallation served, Profile profile) {
        StringBuilder lines = new StringBuilder();
        lines.append("Serving at ").append(served.url()).append('\n');
        lines.append("  API           ").append(served.url()).append("/docs\n");
        served.sessionKey().ifPresent(key -> {
            lines.append("  session key   ").append(key).append('\n');
            served.operatorKey()
                    .ifPresent(operator ->
                            lines.append("  operator key  ").append(operator).append('\n'));
            if (profile == Profile.DEVELOPMENT) {
                FirstPages.open(served.url(), key)
                        .forEach((flow, page) -> lines.append("  %-12s  ".formatted(flow))
                                .append(page)
                                .append('\n'));
                lines.append("  Aadhaar 9999 4105 7058, code 123456, captcha as in the image\n");
            }
        });
        context.out().writer().print(lines);
        context.out().flush();
    }
}
