package dev.kycport.adapter.feign;

import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.Secret;
import feign.Param;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encodes a parameter of a URL, a {@link Secret} by its value. To be used with {@code encoded = true}: Feign's own
 * encoding leaves alone what already looks encoded, so that a purpose such as {@code 50%25} would arrive as another.
 */
public final class Encoded implements Param.Expander {

    @Override
    public String expand(Object value) {
        return URLEncoder.encode(text(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String text(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        return value instanceof ProviderReference reference ? reference.value() : value.toString();
    }
}
