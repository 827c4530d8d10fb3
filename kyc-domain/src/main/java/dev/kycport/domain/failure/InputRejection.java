package dev.kycport.domain.failure;

/**
 * A value from outside does not have the required form.
 *
 * @param field the field, such as {@code otp}
 * @param reason what is wrong with it, to follow the field's name in a sentence; never contains the value
 */
public record InputRejection(InputField field, String reason) implements Rejection {

    @Override
    public RejectionDetails details() {
        return new RejectionDetails("input.invalid", field.filledBy(), RetryAdvice.NOW, field.code() + " " + reason);
    }
}
