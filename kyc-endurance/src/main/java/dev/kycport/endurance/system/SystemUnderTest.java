package dev.kycport.endurance.system;

import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.runtime.InstalledPlugins;
import dev.kycport.app.runtime.KycRuntime;
import dev.kycport.app.step.KycEnvironment;
import dev.kycport.domain.session.Policies;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.vendor.VendorStub;
import dev.kycport.ports.store.Stores;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An installation as an operator configures it: Deepvue as the provider, and a store. */
public record SystemUnderTest(String hocon, Plugins plugins) {

    /** The time after which the outcome of a vendor call counts as lost. */
    public static final Duration CALL_TIMEOUT =
            VendorStub.READ_TIMEOUT.multipliedBy(2).plusSeconds(1);

    public static final Policies POLICIES = Policies.DEFAULT;

    public static SystemUnderTest create(URI vendor, String store) {
        return create(vendor, store, VendorStub.READ_TIMEOUT);
    }

    public static SystemUnderTest create(URI vendor, String store, Duration readTimeout) {
        return fromConfig(hocon(vendor, store, readTimeout));
    }

    public static SystemUnderTest fromConfig(String hocon) {
        return new SystemUnderTest(hocon, InstalledPlugins.find());
    }

    public KycRuntime start(InstantSource time) {
        SecureRandom random = new SecureRandom();
        return KycRuntime.from(config(), new KycEnvironment(time, size -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        }));
    }

    /** Opens the stores alone, to inspect them. */
    public Stores openStores() {
        KycConfig.StorePart store = config().store();
        return store.factory().open(store.url(), store.settings());
    }

    private KycConfig config() {
        return KycConfig.parse(hocon, plugins, Map.of());
    }

    private static String hocon(URI vendor, String store, Duration readTimeout) {
        String numbers = IntStream.range(0, TestSubject.NumberRange.COUNT)
                .mapToObj(number -> '"' + new TestSubject(number).aadhaar() + '"')
                .collect(Collectors.joining(","));
        return """
                kyc {
                  profile = development
                  sandbox-numbers = [%s]
                  routes { direct-otp = [deepvue], captcha-otp = [deepvue], digilocker = [deepvue] }
                  providers {
                    deepvue {
                      base-url = "%s", client-id = "endurance", client-secret = "endurance-secret"
                      connect-timeout = %dms, read-timeout = %dms
                    }
                  }
                  store { %s }
                }
                """.formatted(numbers, vendor, VendorStub.READ_TIMEOUT.toMillis(), readTimeout.toMillis(), store);
    }
}
