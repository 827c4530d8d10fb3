package dev.kycport.adapter.fake;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.digilocker.OAuthState;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The references that the fake gives out, and states that nobody can guess. A reference says what it stands for and when it was
 * given out, so that a session continues after a restart and on another node, and carries a check value, so that an invented one is
 * unknown. It protects nothing: the key is the same everywhere.
 */
final class ReferenceGenerator {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecretKeySpec KEY =
            new SecretKeySpec("the fake provider of KycPort".getBytes(StandardCharsets.UTF_8), ALGORITHM);
    private static final int MARK_BYTES = 6;
    private static final int STATE_BYTES = 16;
    private static final int CHECK_LENGTH = 16;

    private static final Pattern FORM = Pattern.compile(
            "(fake-([\\w-]{8})-\\d{6,19}\\.(\\d{1,12})\\.([\\w:+-]*))\\.([\\w-]{" + CHECK_LENGTH + "})");

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong count = new AtomicLong();
    private final String instanceMark = randomText(MARK_BYTES);

    /** A new reference that stands for that content: letters, digits and {@code _ : + -}. */
    ProviderReference nextReference(String content, Instant now) {
        String signed = String.format(
                Locale.ROOT,
                "fake-%s-%06d.%d.%s",
                instanceMark,
                count.incrementAndGet(),
                Math.max(0, now.getEpochSecond()),
                content);
        return new ProviderReference(signed + "." + checkValue(signed));
    }

    /** What an earlier run of the fake, or another node, gave out; nothing if it was this one, or nobody. */
    Optional<Given> readForeign(ProviderReference reference) {
        Matcher parts = FORM.matcher(reference.value());
        return parts.matches() && isAuthentic(parts) && !parts.group(2).equals(instanceMark)
                ? Optional.of(new Given(parts.group(4), Instant.ofEpochSecond(Long.parseLong(parts.group(3)))))
                : Optional.empty();
    }

    OAuthState nextState() {
        return new OAuthState(randomText(STATE_BYTES));
    }

    private static boolean isAuthentic(Matcher parts) {
        return MessageDigest.isEqual(
                checkValue(parts.group(1)).getBytes(StandardCharsets.UTF_8),
                parts.group(5).getBytes(StandardCharsets.UTF_8));
    }

    private static String checkValue(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(KEY);
            byte[] check = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return encode(check).substring(0, CHECK_LENGTH);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    private String randomText(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return encode(bytes);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a reference says. */
    record Given(String content, Instant at) {}
}
