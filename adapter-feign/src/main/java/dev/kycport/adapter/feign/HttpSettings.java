package dev.kycport.adapter.feign;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The HTTP settings of a provider.
 *
 * @param baseUrl the base URL; a path is kept, a trailing slash is ignored
 * @param connectTimeout time limit for establishing a connection
 * @param readTimeout time limit from then on until the complete reply is read
 * @param maxBody maximum size of a reply in bytes, after decompression
 * @param keepAlive how long an idle connection is kept open
 */
public record HttpSettings(
        URI baseUrl, Duration connectTimeout, Duration readTimeout, long maxBody, Duration keepAlive) {

    /**
     * Shorter than the 5 s after which uvicorn and Node close an idle connection. If the server closes a connection
     * while a request is sent, it is unknown whether the request was delivered.
     */
    public static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(4);

    /** Time for processing after the last byte has arrived. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Setting<Duration> CONNECT_TIMEOUT = Setting.duration("connect-timeout", Duration.ofSeconds(3));
    private static final Setting<Duration> READ_TIMEOUT = Setting.duration("read-timeout", Duration.ofSeconds(30));
    private static final Setting<Long> MAX_BODY = Setting.size("max-body", 8L * 1024 * 1024);
    private static final Setting<Duration> KEEP_ALIVE = Setting.duration("keep-alive", DEFAULT_KEEP_ALIVE);

    public HttpSettings {
        requirePositive(CONNECT_TIMEOUT, connectTimeout);
        requirePositive(READ_TIMEOUT, readTimeout);
        requirePositive(KEEP_ALIVE, keepAlive);
        if (maxBody < 1 || maxBody > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(MAX_BODY.key() + " must be from 1 byte to 2 GiB");
        }
    }

    /** The setting of the base URL with the provider's default. */
    public static Setting<URI> baseUrl(String defaultUrl) {
        return Setting.url("base-url", defaultUrl);
    }

    /** All settings that {@link #from} reads, and the provider's own. */
    public static List<Setting<?>> declaredSettings(Setting<URI> baseUrl, Setting<?>... own) {
        return Stream.concat(Stream.of(baseUrl, CONNECT_TIMEOUT, READ_TIMEOUT, MAX_BODY, KEEP_ALIVE), Stream.of(own))
                .toList();
    }

    /** The configured values. */
    public static HttpSettings from(Setting<URI> baseUrl, Settings settings) {
        return new HttpSettings(
                settings.get(baseUrl),
                settings.get(CONNECT_TIMEOUT),
                settings.get(READ_TIMEOUT),
                settings.get(MAX_BODY),
                settings.get(KEEP_ALIVE));
    }

    /** Time limit of a call from its start to the last byte of the reply. */
    public Duration requestTimeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** Time after which the outcome of a call counts as lost. */
    public Duration callTimeout() {
        return requestTimeout().plus(MARGIN);
    }

    private static void requirePositive(Setting<Duration> setting, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(setting.key() + " must be from 1 ms to 1 h");
        }
    }
}
