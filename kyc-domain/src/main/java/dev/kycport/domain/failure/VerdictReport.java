package dev.kycport.domain.failure;

/**
 * A provider's verdict, reported beside the state that it led to.
 *
 * @param verdict the verdict
 * @param retryAdvice what helps now
 */
public record VerdictReport(VerdictCode verdict, RetryAdvice retryAdvice) implements StepReport {

    @Override
    public String code() {
        return verdict.code();
    }

    @Override
    public ResponsibleParty responsibleParty() {
        return verdict.responsibleParty();
    }

    @Override
    public String summary() {
        return verdict.summary();
    }
}
