package dev.kycport.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.kycport.app.KycService;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.step.SessionRequest;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.ConsentMethod;
import dev.kycport.domain.consent.ConsentNotice;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.domain.session.SessionState;
import dev.kycport.ports.store.AuditTrail;
import dev.kycport.ports.store.ConsentLedger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KycModuleTest {

    private final Injector injector =
            Guice.createInjector(new KycModule(KycConfig.load(Optional.empty(), InstalledPlugins.find(), Map.of())));

    @AfterEach
    void close() {
        injector.getInstance(KycRuntime.class).close();
    }

    @Test
    void guice_provides_one_service_and_the_stores_behind_it() {
        KycService service = injector.getInstance(KycService.class);

        assertThat(injector.getInstance(KycService.class)).isSameAs(service);
        assertThat(verified(service)).isEqualTo(SessionState.VERIFIED);
        KycRuntime runtime = injector.getInstance(KycRuntime.class);
        assertThat(injector.getInstance(KycRuntime.class)).isSameAs(runtime);
        assertThat(injector.getInstance(AuditTrail.class))
                .isSameAs(runtime.stores().audit());
        assertThat(injector.getInstance(ConsentLedger.class))
                .isSameAs(runtime.stores().consents());
    }

    private static SessionState verified(KycService service) {
        ConsentNotice notice = ConsentNotice.parse("notice v1", "en", "We will ask UIDAI for your name.")
                .get();
        SessionRequest request = SessionRequest.parse("direct-otp", "customer-7", "opening an account", notice)
                .get();
        SessionId id = service.open(request).get().session().id();
        service.giveConsent(id, ConsentMethod.BUTTON).get();
        service.startDirectOtp(id, service.number("9999 4105 7058").get()).get();
        return service.submitCode(id, OtpCode.parse("123456").get())
                .get()
                .session()
                .state();
    }
}
