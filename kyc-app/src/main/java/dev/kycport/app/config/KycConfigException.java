package dev.kycport.app.config;

import java.io.Serial;
import java.util.List;

/** The configuration cannot be used. The message has one line a problem, each with its path and without the value. */
public final class KycConfigException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public KycConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each. */
    public List<String> problems() {
        return problems;
    }
}
