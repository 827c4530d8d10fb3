package dev.kycport.adapter.feign.acme;

import dev.kycport.domain.Flow;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.tck.DirectOtpGatewayContract;
import dev.kycport.tck.ErrorPageContract;
import dev.kycport.tck.FaultsContract;
import dev.kycport.tck.IdentityFieldsContract;
import dev.kycport.tck.OversizedReplyContract;
import dev.kycport.tck.OwnCallsContract;
import dev.kycport.tck.RepliesContract;
import dev.kycport.tck.SecrecyContract;
import dev.kycport.tck.http.VendorHttpCalls;
import dev.kycport.tck.recording.GatewayUnderTest;
import dev.kycport.tck.recording.ProviderBehaviour;
import dev.kycport.tck.recording.RecordedProvider;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * Every contract of the kit on an adapter with an access token that is built on adapter-feign. Acme's replies have no
 * message, so {@code AmbiguousMessageContract} has nothing to check.
 */
final class FeignAcmeContractsTest {

    @Nested
    final class Gateway extends DirectOtpGatewayContract {
        @Override
        protected GatewayUnderTest<DirectOtpGateway> gatewayShowing(ProviderBehaviour behaviour) {
            RecordedProvider acme = RecordedProvider.replay("acme", Flow.DIRECT_OTP, behaviour, canary());
            return acme.underTest(
                    FeignAcmeProvider.ID,
                    new FeignAcmeHttpCalls().open(acme.endpoint()).directOtp().orElseThrow());
        }

        @Override
        protected Map<ProviderBehaviour, String> gaps() {
            return Map.of(ProviderBehaviour.CODE_PENDING, "Acme sends a code for every request");
        }
    }

    @Nested
    final class OwnCalls extends OwnCallsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }

        @Override
        protected Duration life() {
            return Duration.ofDays(1);
        }
    }

    @Nested
    final class Replies extends RepliesContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }

    @Nested
    final class Faults extends FaultsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }

    @Nested
    final class OversizedReplies extends OversizedReplyContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }

    @Nested
    final class Secrecy extends SecrecyContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }

    @Nested
    final class ErrorPages extends ErrorPageContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }

    @Nested
    final class IdentityFields extends IdentityFieldsContract {
        @Override
        protected VendorHttpCalls vendor() {
            return new FeignAcmeHttpCalls();
        }
    }
}
