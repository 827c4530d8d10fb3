package dev.kycport.domain.failure;

/**
 * What a provider concluded, told beside the state it led to.
 *
 * @param verdict the conclusion
 * @param retry what helps now
 */
public record VerdictReport(VerdictCode verdict, RetryAdvice retry) implements Report {

    @Override
    public String code() {
        return verdict.code();
    }

    @Override
    public Party whose() {
        return verdict.whose();
    }

    @Override
    public String summary() {
        return verdict.summary();
    }
}
