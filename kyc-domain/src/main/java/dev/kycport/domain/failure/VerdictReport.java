package dev.kycport.domain.failure;

/**
 * What a provider concluded, told beside the state it led to.
 *
 * @param verdict the conclusion
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
