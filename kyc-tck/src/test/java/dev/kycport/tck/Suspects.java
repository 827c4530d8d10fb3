package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.Stores;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The contracts as a toy adapter meets them, with the flaw or the stores that are being looked into on this thread. */
final class Suspects {

    static final ThreadLocal<Flaw> FLAW = ThreadLocal.withInitial(() -> Flaw.NONE);
    static final ThreadLocal<Set<HttpToyWire.Sin>> SINS = ThreadLocal.withInitial(Set::of);
    static final ThreadLocal<Supplier<Stores>> STORES = new ThreadLocal<>();

    private Suspects() {}

    static Class<?> gateway(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> Direct.class;
            case CAPTCHA_OTP -> Captcha.class;
            case DIGILOCKER -> DigiLocker.class;
        };
    }

    private static Showing<Toy> toy(ProviderBehaviour behaviour, Flow flow) {
        ToyWire wire = new ToyWire();
        return Showing.over(wire, Sample.anyProvider(), new Toy(behaviour, flow, FLAW.get(), wire));
    }

    private static <G> Showing<G> as(Class<G> port, Showing<Toy> toy) {
        return new Showing<>(toy.provider(), port.cast(toy.gateway()), toy.reference(), toy.wire());
    }

    static final class Direct extends DirectOtpGatewayContract {
        @Override
        protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
            return as(DirectOtpGateway.class, toy(behaviour, Flow.DIRECT_OTP));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return FLAW.get().gaps();
        }
    }

    static final class Http extends DirectOtpGatewayContract {
        @Override
        protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
            RecordedProvider toy = RecordedProvider.playing("toy", Flow.DIRECT_OTP, behaviour, canary());
            HttpToyWire wire = new HttpToyWire(toy.baseUrl(), canary(), SINS.get());
            return toy.showing(Sample.anyProvider(), new HttpToy(wire));
        }
    }

    static final class Alone extends DirectOtpGatewayContract {
        @Override
        protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
            return Showing.withoutWire(Sample.anyProvider(), new LoneToy(false));
        }
    }

    static final class AloneAndForgetful extends DirectOtpGatewayContract {
        @Override
        protected Showing<DirectOtpGateway> showing(ProviderBehaviour behaviour) {
            return Showing.withoutWire(Sample.anyProvider(), new LoneToy(true));
        }
    }

    static final class Captcha extends CaptchaOtpGatewayContract {
        @Override
        protected Showing<CaptchaOtpGateway> showing(ProviderBehaviour behaviour) {
            return as(CaptchaOtpGateway.class, toy(behaviour, Flow.CAPTCHA_OTP));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return FLAW.get().gaps();
        }
    }

    static final class DigiLocker extends DigiLockerGatewayContract {
        @Override
        protected Showing<DigiLockerGateway> showing(ProviderBehaviour behaviour) {
            return as(DigiLockerGateway.class, toy(behaviour, Flow.DIGILOCKER));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return FLAW.get().gaps();
        }
    }

    static final class Sessions extends SessionStoreContract {
        @Override
        protected Stores stores() {
            return STORES.get().get();
        }
    }

    static final class Pending extends PendingCodeStoreContract {
        @Override
        protected Stores stores() {
            return STORES.get().get();
        }
    }

    static final class Consents extends ConsentLedgerContract {
        @Override
        protected Stores stores() {
            return STORES.get().get();
        }
    }

    static final class Audit extends AuditTrailContract {
        @Override
        protected Stores stores() {
            return STORES.get().get();
        }
    }
}
