package dev.kycport.host.cli;

import dev.kycport.adapter.fake.Fake;
import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.app.KycService;
import dev.kycport.app.SessionRequest;
import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.wiring.SystemSurroundings;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What somebody did with this store so long ago, and then left. */
final class LongAgo {

    private final String url;
    private final InstantSource time;

    LongAgo(String url, Duration ago) {
        this.url = url;
        this.time =
                InstantSource.fixed(SystemSurroundings.create().time().instant().minus(ago));
    }

    /** Gave consent and went away. */
    void agreed(String subject) {
        with(service -> agree(service, subject));
    }

    /** Had a code sent. */
    void waited(String subject) {
        with(service -> start(service, subject));
    }

    /** Was verified, and nobody took the identity over. */
    void verified(String subject) {
        with(service -> verify(service, subject));
    }

    /** Was verified, and the host took the identity over. */
    void completed(String subject) {
        with(service -> service.complete(verify(service, subject)).get());
    }

    private static SessionId verify(KycService service, String subject) {
        SessionId id = start(service, subject);
        service.submitCode(id, OtpCode.parse("123456").get()).get();
        return id;
    }

    private static SessionId start(KycService service, String subject) {
        SessionId id = agree(service, subject);
        service.startDirect(id, service.number("999941057058").get()).get();
        return id;
    }

    private static SessionId agree(KycService service, String subject) {
        ConsentNotice notice =
                ConsentNotice.parse("opening v1", "en-IN", "We fetch …").get();
        SessionId id = service.open(SessionRequest.parse("direct-otp", subject, "opening an account", notice)
                        .get())
                .get()
                .session()
                .id();
        service.giveConsent(id, ConsentMethod.CHECKBOX).get();
        return id;
    }

    private void with(Errand errand) {
        KycConfig.StorePart part = Installation.load(Optional.empty(), Map.of("KYC_STORE_URL", url))
                .config()
                .store();
        Surroundings then = new Surroundings(time, SystemSurroundings.create().randomness());
        try (Stores stores = part.factory().open(url, part.settings())) {
            errand.run(KycService.with(stores, then)
                    .provider(Fake.provider(FakeConfig.usual(), time))
                    .build());
        }
    }

    /** What is done there. */
    private interface Errand {
        Object run(KycService service);
    }
}
