package dev.kycport.spring.boot;

import dev.kycport.app.config.KycConfigException;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the problems of the configuration alone, by the names of the properties. */
public final class KycConfigFailureAnalyzer extends AbstractFailureAnalyzer<KycConfigException> {

    /** For Spring. */
    public KycConfigFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KycConfigException cause) {
        String problems = cause.problems().stream()
                .map(problem -> problem.replace("kyc.", "kycport."))
                .collect(Collectors.joining("\n    ", "The configuration of KycPort cannot be used:\n\n    ", ""));
        return new FailureAnalysis(problems, "Correct these properties.", cause);
    }
}
