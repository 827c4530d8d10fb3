package dev.kycport.endurance;

import dev.kycport.app.Surroundings;
import dev.kycport.app.config.KycConfig;
import dev.kycport.app.config.Plugins;
import dev.kycport.app.wiring.InstalledPlugins;
import dev.kycport.app.wiring.KycPort;
import dev.kycport.domain.session.Policies;
import dev.kycport.ports.Stores;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An installation as an operator would configure it: Deepvue at that address, and a store. */
record Installation(String hocon, Plugins plugins) {

    /** How long a call to the vendor may take before its outcome counts as lost. */
    static final Duration PATIENCE = VendorStub.PATIENCE.multipliedBy(2).plusSeconds(1);

    static final Policies POLICIES = Policies.USUAL;

    static Installation of(URI vendor, String store) {
        return written(hocon(vendor, store));
    }

    static Installation written(String hocon) {
        return new Installation(hocon, InstalledPlugins.find());
    }

    KycPort start(InstantSource time) {
        SecureRandom random = new SecureRandom();
        return KycPort.from(config(), new Surroundings(time, size -> {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            return bytes;
        }));
    }

    /** The stores alone, for somebody who looks on. */
    Stores open() {
        KycConfig.StorePart store = config().store();
        return store.factory().open(store.url(), store.settings());
    }

    private KycConfig config() {
        return KycConfig.parse(hocon, plugins, Map.of());
    }

    private static String hocon(URI vendor, String store) {
        String numbers = IntStream.range(0, Subject.Numbers.MOST)
                .mapToObj(number -> '"' + new Subject(number).aadhaar() + '"')
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
                """.formatted(numbers, vendor, VendorStub.PATIENCE.toMillis(), VendorStub.PATIENCE.toMillis(), store);
    }
}
