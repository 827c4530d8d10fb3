package dev.kycport.host.cli;

import dev.kycport.domain.failure.InputRejection;
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
 * Where answers come from: each option once, {@code -} by a line of standard input, then the person. A person who mistypes is
 * asked again.
 */
final class Answers {

    /** Stands for a line of standard input, which no shell writes into its history. */
    static final String FROM_INPUT = "-";

    private final Map<Question, String> given = new EnumMap<>(Question.class);
    private final BufferedReader input;
    private final Optional<Person> person;
    private final Terminal terminal;

    Answers(Map<Question, String> given, BufferedReader input, Optional<Person> person, Terminal terminal) {
        this.given.putAll(given);
        this.input = input;
        this.person = person;
        this.terminal = terminal;
    }

    /** Whether there is somebody to ask. */
    boolean hasPerson() {
        return person.isPresent();
    }

    /** Whether this question will find an answer. */
    boolean covers(Question question) {
        return hasPerson() || given.containsKey(question);
    }

    /** An answer of that form. */
    <T> Either<Stop, T> ask(Question question, String prompt, Function<String, Either<InputRejection, T>> form) {
        return given.containsKey(question)
                ? option(question).flatMap(text -> form.apply(text).mapLeft(Stop::usage))
                : person.map(somebody -> typed(somebody, question, prompt, form))
                        .orElseGet(() -> Either.left(Stop.usage(question.missing())));
    }

    /** An answer of that form, or nothing where the person types nothing. */
    <T> Either<Stop, Optional<T>> askOrSkip(
            Question question, String prompt, Function<String, Either<InputRejection, T>> form) {
        return given.containsKey(question)
                ? ask(question, prompt, form).map(Optional::of)
                : ask(
                        question,
                        prompt,
                        text -> text.isBlank()
                                ? Either.right(Optional.empty())
                                : form.apply(text.strip()).map(Optional::of));
    }

    /** Yes or no. */
    Either<Stop, Boolean> agrees(Question question, String prompt) {
        return ask(question, prompt + " [y/n]", text -> switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Either.right(true);
            case "n", "no" -> Either.right(false);
            default -> Either.left(question.unclear());
        });
    }

    private <T> Either<Stop, T> typed(
            Person somebody, Question question, String prompt, Function<String, Either<InputRejection, T>> form) {
        while (true) {
            Optional<String> text = somebody.answer(question, prompt);
            if (text.isEmpty()) {
                return Either.left(Stop.left());
            }
            Either<InputRejection, T> answer = form.apply(text.get().strip());
            if (answer.isRight()) {
                return Either.right(answer.get());
            }
            terminal.bad(Sentence.of(answer.getLeft().reason()));
        }
    }

    private Either<Stop, String> option(Question question) {
        String text = given.remove(question);
        return FROM_INPUT.equals(text) ? nextLine(question) : Either.right(text);
    }

    private Either<Stop, String> nextLine(Question question) {
        try {
            return Optional.ofNullable(input.readLine())
                    .<Either<Stop, String>>map(Either::right)
                    .orElseGet(() -> Either.left(Stop.usage(question.ended())));
        } catch (IOException broken) {
            throw new UncheckedIOException("standard input cannot be read", broken);
        }
    }
}
