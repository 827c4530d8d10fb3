package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.adapter.feign.internal.ObjectMapperFactory;
import dev.kycport.ports.spi.Credential;
import feign.Feign;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.Target;
import java.time.InstantSource;
import java.util.Map;

/** Makes the client behind a vendor's Feign interface, with habits that are safe where one call sends one code. */
public final class FeignClientFactory {

    private FeignClientFactory() {}

    /**
     * The client. Each method of the interface takes an {@link CallContext}, which brings the parameters of the URL along, and
     * returns a {@link Reply}.
     *
     * @param format how a request's body is written, where there is one
     * @param credentials the headers that every request carries
     * @throws IllegalArgumentException if a credential cannot be sent in a header; the message names the header only
     */
    public static <A> A create(
            Class<A> api,
            HttpSettings settings,
            BodyFormat format,
            Map<String, Credential> credentials,
            InstantSource time) {
        credentials.forEach(FeignClientFactory::requireValidHeaderValue);
        ObjectMapper mapper = ObjectMapperFactory.create(settings.maxBody());
        return Feign.builder()
                .client(new OneShotClient(settings, credentials))
                .retryer(Retryer.NEVER_RETRY)
                .encoder(new BodyEncoder(mapper, format))
                .responseInterceptor(new ReplyReader(mapper, settings.maxBody(), time))
                .target(new PathOnlyTarget<>(api));
    }

    private static void requireValidHeaderValue(String header, Credential credential) {
        String value = credential.reveal();
        if (value.isBlank() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    header + " must be of visible ASCII characters, without spaces or line breaks");
        }
    }

    /** Leaves the host to the client, which has made sense of it once and for all. */
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
