package dev.kycport.adapter.feign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DatabindException;
import dev.kycport.domain.failure.Oddity;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a call broke. How far it came decides before what broke it: as long as nothing was sent nothing can
 * have happened, and once something was sent anything can.
 */
final class Breakdown {

    private Breakdown() {}

    static ProviderFailure failure(Exception broken, Attempt attempt, VendorTrace trace) {
        if (!attempt.sent()) {
            return new ProviderFailure.Unreachable(trace);
        }
        Throwable cause = behindJackson(broken.getCause());
        if (cause instanceof InterruptedIOException) {
            return new ProviderFailure.TimedOut(trace);
        }
        return oddity(cause)
                .or(() -> attempt.status() == 0 ? Optional.empty() : Optional.of(Oddity.CUT_SHORT))
                .<ProviderFailure>map(oddity -> new ProviderFailure.Unintelligible(trace, oddity))
                .orElseGet(() -> new ProviderFailure.TimedOut(trace));
    }

    // In the middle of a list or an object Jackson wraps whatever the stream or the parser threw.
    static @Nullable Throwable behindJackson(@Nullable Throwable cause) {
        return cause instanceof DatabindException && cause.getCause() instanceof IOException
                ? behindJackson(cause.getCause())
                : cause;
    }

    private static Optional<Oddity> oddity(@Nullable Throwable cause) {
        if (cause instanceof BoundedStream.TooLargeException || cause instanceof StreamConstraintsException) {
            return Optional.of(Oddity.TOO_LARGE);
        }
        if (cause instanceof JsonEOFException) {
            return Optional.of(Oddity.CUT_SHORT);
        }
        boolean malformed = cause instanceof JacksonException
                || cause instanceof ReplyReader.NotJsonException
                || cause instanceof ProtocolException
                || isNoStatusLine(cause);
        return malformed ? Optional.of(Oddity.MALFORMED) : Optional.empty();
    }

    // Something came and it was not even HTTP. Okio tells by its message how much came; should it stop to do so, this
    // is a time-out again, which is as careful.
    private static boolean isNoStatusLine(@Nullable Throwable cause) {
        return cause != null
                && cause.getCause() instanceof EOFException end
                && String.valueOf(end.getMessage()).contains("not found: limit=")
                && !String.valueOf(end.getMessage()).contains("limit=0 ");
    }
}
