package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.gateway.CaptchaOtpGateway;
import dev.kycport.ports.gateway.DigiLockerGateway;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.spi.KycProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The three gateways under one name. */
final class FakeProvider implements KycProvider {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Duration callTimeout;
    private final CaptchaOtpGateway captchaOtp;
    private final DirectOtpGateway directOtp;
    private final DigiLockerGateway digiLocker;

    FakeProvider(FakeConfig config, InstantSource time, Sleeper sleeper) {
        FakeCallInterceptor fakeCallInterceptor = new FakeCallInterceptor(config, sleeper);
        ReferenceGenerator referenceGenerator = new ReferenceGenerator();
        int most = config.maxReferences();
        callTimeout = config.latency().plus(MARGIN);
        directOtp = new FakeDirectOtpGateway(
                fakeCallInterceptor,
                new FakeOtpService(Flow.DIRECT_OTP, fakeCallInterceptor, referenceGenerator, time, most));
        captchaOtp = new FakeCaptchaOtpGateway(
                fakeCallInterceptor,
                new FakeOtpService(Flow.CAPTCHA_OTP, fakeCallInterceptor, referenceGenerator, time, most),
                new ReferenceCache<>(referenceGenerator, time, most, FakeCaptchaSession.FORM));
        digiLocker = new FakeDigiLockerGateway(
                fakeCallInterceptor,
                referenceGenerator,
                time,
                new ReferenceCache<>(referenceGenerator, time, most, FakeDigiLockerSession.FORM));
    }

    @Override
    public ProviderId id() {
        return FakeProviderFactory.ID;
    }

    @Override
    public Duration callTimeout() {
        return callTimeout;
    }

    @Override
    public Optional<CaptchaOtpGateway> captchaOtp() {
        return Optional.of(captchaOtp);
    }

    @Override
    public Optional<DirectOtpGateway> directOtp() {
        return Optional.of(directOtp);
    }

    @Override
    public Optional<DigiLockerGateway> digiLocker() {
        return Optional.of(digiLocker);
    }
}
