package dev.kycport.tck;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import dev.kycport.tck.sample.SampleValues;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The contracts as a toy adapter meets them, with the flaw or the stores that are being looked into on this thread. */
public final class ContractFixtures {

    static final ThreadLocal<BrokenGateway> BROKEN_GATEWAY = ThreadLocal.withInitial(() -> BrokenGateway.NONE);
    public static final ThreadLocal<Set<ToyHttpClient.Defect>> DEFECTS = ThreadLocal.withInitial(Set::of);
    static final ThreadLocal<Supplier<Stores>> STORES = new ThreadLocal<>();

    private ContractFixtures() {}

    static Class<?> gateway(Flow flow) {
        return switch (flow) {
            case DIRECT_OTP -> Direct.class;
            case CAPTCHA_OTP -> Captcha.class;
            case DIGILOCKER -> DigiLocker.class;
        };
    }

    private static GatewayUnderTest<ToyGateway> toy(ProviderBehaviour behaviour, Flow flow) {
        ToyTraffic wire = new ToyTraffic();
        return GatewayUnderTest.withTraffic(
                wire, SampleValues.anyProvider(), new ToyGateway(behaviour, flow, BROKEN_GATEWAY.get(), wire));
    }

    private static <G> GatewayUnderTest<G> as(Class<G> port, GatewayUnderTest<ToyGateway> toy) {
        return new GatewayUnderTest<>(toy.provider(), port.cast(toy.gateway()), toy.reference(), toy.traffic());
    }

    static final class Direct extends DirectOtpGatewayContract {
        @Override
        protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            return as(DirectOtpGateway.class, toy(behaviour, Flow.DIRECT_OTP));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return BROKEN_GATEWAY.get().gaps();
        }
    }

    public static final class Http extends DirectOtpGatewayContract {
        @Override
        protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            RecordedProvider toy = RecordedProvider.replay("toy", Flow.DIRECT_OTP, behaviour, canary());
            ToyHttpClient wire = new ToyHttpClient(toy.endpoint(), canary(), DEFECTS.get());
            return toy.underTest(SampleValues.anyProvider(), new ToyHttpGateway(wire));
        }
    }

    static final class InProcess extends DirectOtpGatewayContract {
        @Override
        protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            return GatewayUnderTest.withoutTraffic(SampleValues.anyProvider(), new InProcessToyGateway(false));
        }
    }

    static final class InProcessWithSharedField extends DirectOtpGatewayContract {
        @Override
        protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            return GatewayUnderTest.withoutTraffic(SampleValues.anyProvider(), new InProcessToyGateway(true));
        }
    }

    static final class Captcha extends CaptchaOtpGatewayContract {
        @Override
        protected GatewayUnderTest<CaptchaOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            return as(CaptchaOtpGateway.class, toy(behaviour, Flow.CAPTCHA_OTP));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return BROKEN_GATEWAY.get().gaps();
        }
    }

    static final class DigiLocker extends DigiLockerGatewayContract {
        @Override
        protected GatewayUnderTest<DigiLockerGateway> gatewayShowing(ProviderBehaviour behaviour) {
            return as(DigiLockerGateway.class, toy(behaviour, Flow.DIGILOCKER));
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return BROKEN_GATEWAY.get().gaps();
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

    static final class Steps extends StepStoreContract {
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
