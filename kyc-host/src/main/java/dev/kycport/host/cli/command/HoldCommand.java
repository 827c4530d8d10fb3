package dev.kycport.host.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.failure.InputField;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.context.AdminStore;
import dev.kycport.host.cli.context.CliContext;
import dev.kycport.host.cli.context.CommandError;
import dev.kycport.host.cli.context.ExitStatus;
import dev.kycport.host.cli.option.ConfigOption;
import dev.kycport.host.cli.option.JsonOption;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import dev.kycport.ports.store.RetentionStore.LegalHold;
import io.vavr.control.Either;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyc hold add|list|release}: manages legal holds. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Excludes the sessions and audit entries of a person from every purge, as a court may require.")
public final class HoldCommand {

    private static final String SUBJECT = "Your own name for the person, as given to --subject.";
    private static final int MAX_REASON_LENGTH = 200;
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9](?:[ .-]?[0-9]){11}(?:(?:[ .-]?[0-9]){4})?(?![0-9])");

    private final CliContext context;

    public HoldCommand(CliContext context) {
        this.context = context;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Adds a hold: no purge moves or deletes the person's sessions and audit entries. Identities are"
                            + " erased all the same.",
            footer = {"", "Exit status: 0 on hold, 2 usage, configuration or store."})
    int add(
            @Parameters(paramLabel = "SUBJECT", description = SUBJECT) String subject,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description =
                                    "The reason, such as the number of a court order; not a number of the person.")
                    String reason,
            @Mixin ConfigOption config) {
        return SubjectRef.parse(subject)
                .flatMap(person -> parseReason(reason).map(why -> add(person, why, config)))
                .getOrElseGet(rejection -> CommandError.usage(rejection, context))
                .code();
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists every hold.",
            footer = {"", "Exit status: 0 listed, 2 usage, configuration or store."})
    int list(@Mixin JsonOption json, @Mixin ConfigOption config) {
        try (AdminStore store = config.openStore(context)) {
            List<LegalHold> holds = store.admin().retention().findHolds();
            json.print(context.out(), () -> json(holds), out -> print(holds, out));
        }
        return ExitStatus.OK.code();
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Removes a hold: the next purge applies to the person again.",
            footer = {"", "Exit status: 0 released, 1 there was no hold, 2 usage, configuration or store."})
    int release(@Parameters(paramLabel = "SUBJECT", description = SUBJECT) String subject, @Mixin ConfigOption config) {
        return SubjectRef.parse(subject)
                .fold(rejection -> CommandError.usage(rejection, context), person -> release(person, config))
                .code();
    }

    private ExitStatus add(SubjectRef subject, String reason, ConfigOption config) {
        try (AdminStore store = config.openStore(context)) {
            boolean isNew = store.admin().retention().placeHold(subject, reason, store.now());
            context.out()
                    .success(
                            isNew
                                    ? subject.value() + " is on hold: no purge applies to this person."
                                    : subject.value() + " was on hold already; the first reason stays.");
        }
        return ExitStatus.OK;
    }

    private ExitStatus release(SubjectRef subject, ConfigOption config) {
        try (AdminStore store = config.openStore(context)) {
            if (!store.admin().retention().releaseHold(subject)) {
                context.err().message("there is no hold for this subject");
                return ExitStatus.NEGATIVE;
            }
        }
        context.out().success(subject.value() + " is no longer on hold: the next purge applies to this person.");
        return ExitStatus.OK;
    }

    // Stored and printed, so it must not contain an identity number.
    private static Either<KycFailure, String> parseReason(String text) {
        return InputField.REASON
                .parseText(text, MAX_REASON_LENGTH)
                .filterOrElse(
                        reason -> !NUMBER.matcher(reason).find(),
                        reason -> InputField.REASON.reject("must not contain an identity number"));
    }

    private static void print(List<LegalHold> holds, Terminal out) {
        DateTimeFormatter format = TextFormat.timestamp(ZoneId.systemDefault());
        if (holds.isEmpty()) {
            out.text("There are no holds.");
        }
        holds.forEach(hold -> {
            out.heading(hold.subject().value());
            out.field("Since", format.format(hold.since()));
            out.field("Reason", hold.reason());
        });
    }

    private static ObjectNode json(List<LegalHold> holds) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("holds");
        holds.forEach(hold -> list.addObject()
                .put("subject", hold.subject().value())
                .put("since", hold.since().toString())
                .put("reason", hold.reason()));
        return json;
    }
}
