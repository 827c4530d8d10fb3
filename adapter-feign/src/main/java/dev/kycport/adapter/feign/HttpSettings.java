package dev.kycport.adapter.feign;

import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What can be configured about any provider that is asked over HTTP.
 *
 * @param baseUrl where it listens; a path is kept, a slash at the end does not matter
 * @param connectTimeout how long it may take until a connection stands
 * @param readTimeout how long it may take from then on until the whole reply is here
 * @param maxBody how many bytes of a reply are read at most, after decompression
 * @param keepAlive how long an idle connection is kept for the next call
 */
public record HttpSettings(
        URI baseUrl, Duration connectTimeout, Duration readTimeout, long maxBody, Duration keepAlive) {

    /**
     * Shorter than the 5 s after which uvicorn and Node close an idle connection: a request sent into a connection that the
     * server is closing is lost, and whether it was delivered nobody knows.
     */
    public static final Duration DEFAULT_KEEP_ALIVE = Duration.ofSeconds(4);

    /** How long after the last byte the outcome of a call is known at the latest. */
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

    /** The provider's usual address, for {@link #declaredSettings} and {@link #from}. */
    public static Setting<URI> baseUrl(String defaultUrl) {
        return Setting.url("base-url", defaultUrl);
    }

    /** Every key that {@link #from} reads. */
    public static List<Setting<?>> declaredSettings(Setting<URI> baseUrl) {
        return List.of(baseUrl, CONNECT_TIMEOUT, READ_TIMEOUT, MAX_BODY, KEEP_ALIVE);
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

    /** How long a call may take from its start to the last byte of the reply. */
    public Duration requestTimeout() {
        return connectTimeout.plus(readTimeout);
    }

    /** When the outcome of a call that has not been heard of counts as lost. */
    public Duration callTimeout() {
        return requestTimeout().plus(MARGIN);
    }

    private static void requirePositive(Setting<Duration> setting, Duration value) {
        if (value.toMillis() < 1 || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(setting.key() + " must be from 1 ms to 1 h");
        }
    }
}
