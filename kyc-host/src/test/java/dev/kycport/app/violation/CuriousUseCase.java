package dev.kycport.app.violation;

import dev.kycport.domain.Secret;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.AadhaarNumber;
import java.util.Map;
import java.util.function.Function;

/** Reads raw secrets. */
public final class CuriousUseCase {

    private CuriousUseCase() {}

    static String number(AadhaarNumber number) {
        return number.reveal();
    }

    static Function<Secret, String> anything() {
        return Secret::reveal;
    }

    static Map<String, String> parameters(ReturnUrl url) {
        return url.revealParameters();
    }
}
