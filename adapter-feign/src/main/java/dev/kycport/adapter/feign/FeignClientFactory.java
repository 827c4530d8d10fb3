package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.adapter.feign.internal.ObjectMapperFactory;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.Target;
import java.time.InstantSource;
import java.util.List;

/** Creates the client behind a vendor's Feign interface: no retry, no redirect, time limits and size limits. */
public final class FeignClientFactory {

    private FeignClientFactory() {}

    /**
     * Creates the client. Each method of the interface takes a {@link CallContext}, which carries the query
     * parameters, and returns a {@link Reply}.
     *
     * @param format the format of request bodies
     * @param credentials the headers of every request
     * @throws IllegalArgumentException if a credential cannot be sent in a header; the message names its setting only
     */
    public static <A> A create(
            Class<A> api,
            HttpSettings settings,
            BodyFormat format,
            List<HeaderCredential> credentials,
            InstantSource time) {
        credentials.forEach(FeignClientFactory::requireValidValue);
        ObjectMapper mapper = ObjectMapperFactory.create(settings.maxBody());
        return Feign.builder()
                .client(new OneShotClient(settings, credentials))
                .retryer(Retryer.NEVER_RETRY)
                .encoder(new BodyEncoder(mapper, format))
                .responseInterceptor(new ReplyReader(mapper, settings.maxBody(), time))
                .target(new PathOnlyTarget<>(api));
    }

    private static void requireValidValue(HeaderCredential credential) {
        if (!HeaderCredential.isValidValue(credential.value().reveal())) {
            throw new IllegalArgumentException(
                    credential.setting() + " must be of visible ASCII characters, without spaces or line breaks");
        }
    }

    /** A target of paths only: the client adds scheme, host and port, which it has parsed once. */
    private record PathOnlyTarget<A>(Class<A> type) implements Target<A> {

        @Override
        public String name() {
            return type.getSimpleName();
        }

        @Override
        public String url() {
            return "/";
        }

        @Override
        public Request apply(RequestTemplate input) {
            return input.request();
        }
    }
}
