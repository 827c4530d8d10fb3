package dev.kycport.docs;

import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.session.KycSession;
import java.util.Map;
import java.util.Optional;

/** The example of the README, which shows the imports and the lines between the markers. */
final class EmbeddingExample {

    private EmbeddingExample() {}

    // begin
    static String welcome(String aadhaar, String otp) {
        KycConfig config = KycConfig.load(Optional.empty(), InstalledPlugins.find(), Map.of());
        try (KycRuntime runtime = KycRuntime.from(config)) {
            KycService kyc = runtime.service();
            ConsentNotice notice =
                    ConsentNotice.parse("opening v1", "en-IN", "We fetch …").get();
            SessionRequest request = SessionRequest.parse("direct-otp", "customer-4711", "opening an account", notice)
                    .get();

            SessionId id = kyc.open(request).get().session().id();
            kyc.giveConsent(id, ConsentMethod.CHECKBOX).get();
            return kyc.startDirectOtp(id, aadhaar) // sends a code to the phone
                    .flatMap(sent -> kyc.submitCode(id, otp))
                    .map(step -> step.session() instanceof KycSession.Verified verified
                            ? "Welcome, " + verified.identity().name()
                            : step.report().orElseThrow().summary())
                    .getOrElseGet(KycFailure::summary);
        }
    }
    // end
}
