package dev.kycport.spring.boot;

import dev.kycport.ports.store.StoreUnavailableException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why the store cannot be opened, without a stack trace. */
public final class KycStoreFailureAnalyzer extends AbstractFailureAnalyzer<StoreUnavailableException> {

    /** For Spring. */
    public KycStoreFailureAnalyzer() {}

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailableException cause) {
        return new FailureAnalysis(
                "KycPort cannot open its store: "
                        + String.valueOf(cause.getMessage()).replace("kyc.store.", "kycport.store."),
                "Look at the properties kycport.store.* and at the database.",
                cause);
    }
}
