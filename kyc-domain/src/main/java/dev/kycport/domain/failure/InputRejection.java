package dev.kycport.domain.failure;

/**
 * A value that came from outside is not of its form.
 *
 * @param field what was asked for, such as {@code otp}
 * @param reason what is wrong with it, as the end of a sentence that starts with the field; never the value
 */
public record InputRejection(InputField field, String reason) implements Rejection {

    @Override
    public String code() {
        return "input.invalid";
    }

    @Override
    public ResponsibleParty responsibleParty() {
        return field.filledBy();
    }

    @Override
    public RetryAdvice retryAdvice() {
        return RetryAdvice.NOW;
    }

    @Override
    public String summary() {
        return field.code() + " " + reason;
    }
}
