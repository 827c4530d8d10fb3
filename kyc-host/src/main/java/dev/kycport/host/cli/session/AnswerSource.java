package dev.kycport.host.cli.session;

import dev.kycport.domain.failure.InputRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.host.cli.option.Question;
import dev.kycport.host.cli.result.StopReason;
import dev.kycport.host.cli.terminal.Terminal;
import dev.kycport.host.cli.terminal.TextFormat;
import io.vavr.control.Either;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers questions: from each option once, where {@code -} reads a line of standard input, then from the person. After a
 * typing error the person is asked again.
 */
public final class AnswerSource {

    /** Reads the answer from standard input, which keeps it out of the shell history. */
    static final String STDIN_MARKER = "-";

    private final Map<Question, String> options = new EnumMap<>(Question.class);
    private final BufferedReader stdin;
    private final Optional<Respondent> respondent;
    private final Terminal terminal;

    public AnswerSource(
            Map<Question, String> options, BufferedReader stdin, Optional<Respondent> respondent, Terminal terminal) {
        this.options.putAll(options);
        this.stdin = stdin;
        this.respondent = respondent;
        this.terminal = terminal;
    }

    boolean hasRespondent() {
        return respondent.isPresent();
    }

    /** Whether the question can be answered. */
    boolean canAnswer(Question question) {
        return hasRespondent() || options.containsKey(question);
    }

    /** The parsed answer. */
    <T> Either<StopReason, T> ask(Question question, String prompt, Function<String, Either<KycFailure, T>> parser) {
        return options.containsKey(question)
                ? takeOption(question).flatMap(text -> parser.apply(text).mapLeft(StopReason::usage))
                : respondent
                        .map(one -> askRespondent(one, question, prompt, parser))
                        .orElseGet(() -> Either.left(StopReason.usage(question.missing())));
    }

    /** The parsed answer; empty if the person only pressed Enter. */
    <T> Either<StopReason, Optional<T>> askOrSkip(
            Question question, String prompt, Function<String, Either<KycFailure, T>> parser) {
        return options.containsKey(question)
                ? ask(question, prompt, parser).map(Optional::of)
                : ask(
                        question,
                        prompt,
                        text -> text.isBlank()
                                ? Either.right(Optional.empty())
                                : parser.apply(text).map(Optional::of));
    }

    Either<StopReason, Boolean> askYesNo(Question question, String prompt) {
        return ask(question, prompt + " [y/n]", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Either.right(true);
            case "n", "no" -> Either.right(false);
            default -> Either.left(question.unclear());
        });
    }

    private <T> Either<StopReason, T> askRespondent(
            Respondent one, Question question, String prompt, Function<String, Either<KycFailure, T>> parser) {
        while (true) {
            Optional<String> text = one.answer(question, prompt);
            if (text.isEmpty()) {
                return Either.left(StopReason.cancelled());
            }
            Either<KycFailure, T> answer = parser.apply(text.get().strip());
            if (answer.isRight()) {
                return Either.right(answer.get());
            }
            terminal.failure(TextFormat.sentence(reason(answer.getLeft())));
        }
    }

    /** What is wrong with the answer; the person knows which field it is. */
    private static String reason(KycFailure failure) {
        return failure instanceof InputRejection rejection ? rejection.reason() : failure.summary();
    }

    private Either<StopReason, String> takeOption(Question question) {
        String text = options.remove(question);
        return STDIN_MARKER.equals(text) ? nextLine(question) : Either.right(text);
    }

    private Either<StopReason, String> nextLine(Question question) {
        try {
            return Optional.ofNullable(stdin.readLine())
                    .<Either<StopReason, String>>map(Either::right)
                    .orElseGet(() -> Either.left(StopReason.usage(question.endOfInput())));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read standard input", failure);
        }
    }
}
