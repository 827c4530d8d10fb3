package dev.kycport.adapter.feign.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the {@code Retry-After} header in both forms (RFC 9110, section 10.2.3): seconds or a date. */
public final class RetryAfterHeader {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration MAX_WAIT = Duration.ofDays(1);

    private RetryAfterHeader() {}

    /** The delay from now, at most one day; empty if the text has neither form. */
    public static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        Optional<Duration> wait = SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : parseDate(text).map(date -> Duration.between(now, date));
        return wait.map(RetryAfterHeader::clamp);
    }

    private static Optional<Instant> parseDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration clamp(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
    }
}
