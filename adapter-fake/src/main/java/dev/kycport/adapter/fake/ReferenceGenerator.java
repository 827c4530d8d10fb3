package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.OAuthState;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** The names a fake gives out: references that count up, and no two fakes give the same; states that nobody can guess. */
final class ReferenceGenerator {

    private static final int MARK_BYTES = 6;
    private static final int STATE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong count = new AtomicLong();
    private final String instanceMark = randomText(MARK_BYTES);

    ProviderReference nextReference() {
        return new ProviderReference(String.format(Locale.ROOT, "fake-%s-%06d", instanceMark, count.incrementAndGet()));
    }

    OAuthState nextState() {
        return new OAuthState(randomText(STATE_BYTES));
    }

    private String randomText(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
