package dev.kycport.domain.otp;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.TestValues;
import dev.kycport.domain.otp.OtpChallenge.AwaitingCode;
import dev.kycport.domain.otp.OtpChallenge.Requested;
import dev.kycport.domain.otp.OtpChallenge.Resendable;
import dev.kycport.domain.otp.OtpChallenge.Verifying;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A challenge that an arbitrary person and an arbitrary provider play with while the clock moves. */
final class RandomOtpWalk {

    final OtpPolicy policy;
    OtpChallenge state;
    Instant now = TestValues.NOW;
    int guesses;
    int codes;

    RandomOtpWalk(OtpPolicy policy) {
        this.policy = policy;
        this.state = OtpChallenge.request(policy, now);
    }

    void step(int choice, int seconds) {
        now = now.plusSeconds(seconds);
        if (state instanceof Requested requested) {
            state = answer(requested, choice % 6);
        } else if (state instanceof Verifying verifying) {
            state = judge(verifying, choice % 5);
        } else if (state instanceof AwaitingCode code && choice % 3 > 0) {
            state = choice % 3 == 1 ? submit(code) : code.expire();
        } else if (state instanceof Resendable resendable) {
            state = resend(resendable);
        }
    }

    private OtpChallenge answer(Requested requested, int choice) {
        return switch (choice) {
            case 0, 1 -> sent(requested);
            case 2 -> requested.outcomeUnknown(policy, now);
            case 3 -> requested.pending(Optional.empty(), policy, Duration.ofSeconds(60), now);
            case 4 ->
                requested.pending(Optional.of(new ProviderReference("ref-0")), policy, Duration.ofSeconds(60), now);
            default -> unsent(requested);
        };
    }

    private OtpChallenge sent(Requested requested) {
        codes++;
        return requested.sent(TestValues.anyReference(), policy, now);
    }

    private OtpChallenge unsent(Requested requested) {
        return requested
                .revert()
                .<OtpChallenge>map(before -> before)
                .orElseGet(() -> OtpChallenge.request(policy, now));
    }

    private OtpChallenge judge(Verifying verifying, int choice) {
        return switch (choice) {
            case 0, 1 -> verifying.wrong();
            case 2 -> verifying.outcomeUnknown();
            case 3 -> verifying.expired();
            default -> unsent(verifying);
        };
    }

    private OtpChallenge unsent(Verifying verifying) {
        guesses--;
        return verifying.revert();
    }

    private OtpChallenge submit(AwaitingCode code) {
        return code.submit(now)
                .peek(verifying -> guesses++)
                .<OtpChallenge>map(verifying -> verifying)
                .getOrElse(code);
    }

    private OtpChallenge resend(Resendable from) {
        return from.resend(now).<OtpChallenge>map(requested -> requested).getOrElse(from);
    }
}
