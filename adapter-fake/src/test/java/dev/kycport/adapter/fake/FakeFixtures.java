package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderCall;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.captcha.CaptchaAnswer;
import dev.kycport.domain.consent.ConsentTerms;
import dev.kycport.domain.consent.ConsentUse;
import dev.kycport.domain.digilocker.AuthorizationCode;
import dev.kycport.domain.digilocker.RedirectUrl;
import dev.kycport.domain.digilocker.ReturnUrl;
import dev.kycport.domain.identity.AadhaarValidation;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.store.ConsentLedger;
import dev.kycport.ports.store.ConsentProof;
import dev.kycport.tck.concurrency.Race;
import dev.kycport.tck.sample.SampleValues;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A simulated provider, and the values to call it with. */
final class FakeFixtures {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final String SENT = "999941057058";
    static final String UNKNOWN_REFERENCE = "nobody-gave-this-out";

    private FakeFixtures() {}

    static KycProvider provider() {
        return provider(FakeConfig.defaults());
    }

    static KycProvider provider(FakeConfig config) {
        return FakeProviderFactory.provider(config, () -> NOW);
    }

    static SessionId session(int number) {
        byte[] bytes = new byte[SessionId.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return SessionId.of(bytes);
    }

    static ConsentProof proof(ProviderCall call) {
        return proof(session(1), call);
    }

    static ConsentProof proof(SessionId session, ProviderCall call) {
        ConsentLedger ledger = SampleValues.anyLedger();
        ConsentTerms terms = SampleValues.anyTerms(FakeProviderFactory.ID);
        ConsentUse use = new ConsentUse(session, terms.subject(), terms.purpose(), FakeProviderFactory.ID, call);
        return ledger.prove(SampleValues.giveConsent(ledger, terms), use, SampleValues.NOW)
                .get();
    }

    static IdentityNumber number(String digits) {
        return IdentityNumber.parseNumber(digits, AadhaarValidation.STRICT).get();
    }

    static OtpCode code(String digits) {
        return OtpCode.parse(digits).get();
    }

    static CaptchaAnswer answer(String text) {
        return CaptchaAnswer.parse(text).get();
    }

    static AuthorizationCode grant(String text) {
        return AuthorizationCode.parse(text).get();
    }

    static ReturnUrl returned(String query) {
        return ReturnUrl.parse("https://host.example/back" + query).get();
    }

    static RedirectUrl back() {
        return RedirectUrl.parse("https://host.example/back").get();
    }

    static ProviderReference unknownReference() {
        return new ProviderReference(UNKNOWN_REFERENCE);
    }

    /** How many of so many threads, which start together, succeed. */
    static long winners(int threads, BooleanSupplier attempt) {
        return Race.run(threads, thread -> attempt.getAsBoolean()).stream()
                .filter(won -> won)
                .count();
    }
}
