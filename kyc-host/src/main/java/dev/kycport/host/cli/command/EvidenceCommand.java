package dev.kycport.host.cli.command;

import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.evidence.SignersReport;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kyc evidence signers}: lists the signers whose documents are accepted. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows what is trusted when signed documents are checked.")
public final class EvidenceCommand {

    private final CliContext context;

    public EvidenceCommand(CliContext context) {
        this.context = context;
    }

    @Command(
            name = "signers",
            mixinStandardHelpOptions = true,
            description = "Lists the trusted signers with their purposes and periods. Warns 90 days before the newest"
                    + " one of a purpose ends; add the next one to the file in kyc.evidence.signers.",
            footer = {"", "Exit status: 0 listed, 2 usage or configuration."})
    int signers(@Mixin JsonOption json, @Mixin ConfigOption config) {
        SignersReport report = new SignersReport(
                VerifyDocumentCommand.verifier(config, context).signers(),
                SystemEnvironment.create().clock().instant());
        json.print(context.out(), report::json, report::print);
        return ExitStatus.OK.code();
    }
}
