package dev.kycport.host.cli.command;

import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.http.settings.ApiKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyc api-key}: makes a key for a caller of the API. */
@Command(
        name = "api-key",
        mixinStandardHelpOptions = true,
        description =
                "Makes a key for a caller of the API, and the lines for kyc.http.keys. The key is shown once and stored"
                        + " nowhere.",
        footer = {"", "Exit status: 0 made, 2 usage."})
public final class ApiKeyCommand implements Callable<Integer> {

    private final CliContext context;

    @Parameters(paramLabel = "NAME", description = "The caller's name: letters, digits, hyphens and underscores.")
    private String name = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "session",
            description = "session opens sessions and takes their steps, operator sees them all, masked. Default:"
                    + " ${DEFAULT-VALUE}.")
    private String scope = "";

    public ApiKeyCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<ApiKey.Scope> chosen = ApiKey.Scope.fromCode(scope);
        if (chosen.isEmpty() || !name.matches("[A-Za-z0-9_-]{1,64}")) {
            context.err().message("the scope is session or operator, and the name has letters, digits, - and _");
            return ExitStatus.USAGE.code();
        }
        String key = ApiKey.generate(chosen.get(), SystemEnvironment.create().randomness());
        context.out().writer().print("""
                Give this key to the caller:
                  %s
                and add this to the configuration:
                  kyc.http.keys.%s { scope = %s, sha256 = "%s" }
                """.formatted(
                        key, name, scope, ApiKey.known(name, chosen.get(), key).sha256()));
        context.out().flush();
        return ExitStatus.OK.code();
    }
}
