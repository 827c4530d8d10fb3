package dev.kycport.adapter.fake;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.ports.CaptchaOtpGateway;
import dev.kycport.ports.DigiLockerGateway;
import dev.kycport.ports.DirectOtpGateway;
import dev.kycport.ports.KycProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The three gateways under one name. */
final class FakeProvider implements KycProvider {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Duration patience;
    private final CaptchaOtpGateway captchaOtp;
    private final DirectOtpGateway directOtp;
    private final DigiLockerGateway digiLocker;

    FakeProvider(FakeConfig config, InstantSource time, Pause pause) {
        Line line = new Line(config, pause);
        Names names = new Names();
        int most = config.mostReferences();
        patience = config.latency().plus(MARGIN);
        directOtp = new FakeDirectOtpGateway(line, new CodeDesk(Flow.DIRECT_OTP, line, names, time, most));
        captchaOtp = new FakeCaptchaOtpGateway(
                line, new CodeDesk(Flow.CAPTCHA_OTP, line, names, time, most), new References<>(names, time, most));
        digiLocker = new FakeDigiLockerGateway(line, names, time, new References<>(names, time, most));
    }

    @Override
    public ProviderId id() {
        return Fake.ID;
    }

    @Override
    public Duration patience() {
        return patience;
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
