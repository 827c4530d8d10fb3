package dev.kycport.host.cli;

import dev.kycport.adapter.fake.FakeConfig;
import dev.kycport.adapter.fake.FakeProviderFactory;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.SystemEnvironment;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.host.cli.context.CliConfiguration;
import dev.kycport.ports.store.Stores;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What somebody did with this store so long ago, and then left. */
final class PastSessions {

    private final String url;
    private final InstantSource time;

    PastSessions(String url, Duration ago) {
        this.url = url;
        this.time =
                InstantSource.fixed(SystemEnvironment.create().clock().instant().minus(ago));
    }

    /** Gave consent and went away. */
    void consent(String subject) {
        run(service -> agree(service, subject));
    }

    /** Had a code sent. */
    void sendCode(String subject) {
        run(service -> start(service, subject));
    }

    /** Was verified, and nobody took the identity over. */
    void verify(String subject) {
        run(service -> verify(service, subject));
    }

    /** Was verified, and the host took the identity over. */
    void complete(String subject) {
        run(service -> service.complete(verify(service, subject)).get());
    }

    private static SessionId verify(KycService service, String subject) {
        SessionId id = start(service, subject);
        service.submitCode(id, OtpCode.parse("123456").get()).get();
        return id;
    }

    private static SessionId start(KycService service, String subject) {
        SessionId id = agree(service, subject);
        service.startDirectOtp(id, service.number("999941057058").get()).get();
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

    private void run(ServiceAction serviceAction) {
        KycConfig.StorePart part = CliConfiguration.load(Optional.empty(), Map.of("KYC_STORE_URL", url))
                .config()
                .store();
        KycEnvironment then =
                new KycEnvironment(time, SystemEnvironment.create().randomness());
        try (Stores stores = part.factory().open(url, part.settings())) {
            serviceAction.run(KycService.builder(stores, then)
                    .provider(FakeProviderFactory.provider(FakeConfig.defaults(), time))
                    .build());
        }
    }

    /** What is done there. */
    private interface ServiceAction {
        Object run(KycService service);
    }
}
