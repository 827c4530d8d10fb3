package dev.kycport.adapter.feign;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DatabindException;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.UnintelligibleReason;
import dev.kycport.domain.failure.VendorTrace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps an exception of the transport to a failure. Progress decides first: if nothing was sent, nothing can have
 * happened; otherwise the request may have been carried out.
 */
final class TransportErrorMapper {

    private TransportErrorMapper() {}

    static ProviderFailure toFailure(Exception exception, CallContext callContext, VendorTrace trace) {
        if (!callContext.requestStarted()) {
            return ProviderFailure.unreachable(trace);
        }
        Throwable cause = unwrapJackson(exception.getCause());
        if (cause instanceof InterruptedIOException || cause instanceof InterruptedException) {
            return ProviderFailure.timedOut(trace);
        }
        return unintelligibleReason(cause)
                .or(() -> callContext.status() == 0 ? Optional.empty() : Optional.of(UnintelligibleReason.CUT_SHORT))
                .<ProviderFailure>map(
                        unintelligibleReason -> ProviderFailure.unintelligible(trace, unintelligibleReason))
                .orElseGet(() -> ProviderFailure.timedOut(trace));
    }

    // Inside a list or an object Jackson wraps exceptions of the stream or the parser.
    static @Nullable Throwable unwrapJackson(@Nullable Throwable cause) {
        return cause instanceof DatabindException && cause.getCause() instanceof IOException
                ? unwrapJackson(cause.getCause())
                : cause;
    }

    private static Optional<UnintelligibleReason> unintelligibleReason(@Nullable Throwable cause) {
        if (cause instanceof ReplyReader.TooLargeException || cause instanceof StreamConstraintsException) {
            return Optional.of(UnintelligibleReason.TOO_LARGE);
        }
        if (cause instanceof JsonEOFException) {
            return Optional.of(UnintelligibleReason.CUT_SHORT);
        }
        boolean malformed = cause instanceof JacksonException
                || cause instanceof ReplyReader.NotJsonException
                || cause instanceof ProtocolException
                || isInvalidStatusLine(cause);
        return malformed ? Optional.of(UnintelligibleReason.MALFORMED) : Optional.empty();
    }

    // The reply does not start with an HTTP status line. Okio's message contains the number of bytes that arrived. If
    // that wording ever changes, the failure becomes a time-out, which is just as safe.
    private static boolean isInvalidStatusLine(@Nullable Throwable cause) {
        return cause != null
                && cause.getCause() instanceof EOFException end
                && String.valueOf(end.getMessage()).contains("not found: limit=")
                && !String.valueOf(end.getMessage()).contains("limit=0 ");
    }
}
