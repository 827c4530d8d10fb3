package dev.kycport.tck.provider;

import dev.kycport.domain.ProviderId;
import dev.kycport.domain.ProviderReference;
import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.domain.failure.VendorTrace;
import dev.kycport.domain.identity.IdentityNumber;
import dev.kycport.domain.otp.OtpCode;
import dev.kycport.ports.gateway.CodeVerdict;
import dev.kycport.ports.gateway.DirectOtpGateway;
import dev.kycport.ports.gateway.SendVerdict;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.ports.spi.ProviderFactory;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import dev.kycport.ports.store.ConsentProof;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A factory that does as it should, and one for each way to get it wrong. */
public class BrokenFactory implements ProviderFactory {

    private static final ProviderId ID = new ProviderId("broken");
    private static final Setting<URI> BASE_URL = Setting.url("base-url", "https://vendor.example");
    private static final Setting<Credential> API_KEY = Setting.credential("api-key");
    private static final Setting<String> BRANCH = Setting.requiredText("branch");
    private static final Setting<Duration> CONNECT = Setting.duration("connect-timeout", Duration.ofSeconds(3));
    private static final Setting<Duration> READ = Setting.duration("read-timeout", Duration.ofSeconds(30));

    final Defect defect;

    /** What {@code ServiceLoader} creates: nothing is wrong with it. */
    public BrokenFactory() {
        this(Defect.NONE);
    }

    BrokenFactory(Defect defect) {
        this.defect = defect;
    }

    /** What can be wrong with it, and which contract test says so. */
    enum Defect {
        NONE(""),
        IS_NOT_REGISTERED("a_host_finds_the_factory_by_its_name"),
        READS_AN_UNDECLARED_SETTING("only_declared_settings_are_read"),
        READS_A_TEXT_AS_A_CREDENTIAL("only_declared_settings_are_read"),
        DECLARES_WHAT_IT_NEVER_READS("every_declared_setting_is_read"),
        MISTYPES_A_DEFAULT("every_setting_has_the_type_of_its_kind"),
        DECLARES_A_SECRET_AS_TEXT("a_secret_is_declared_as_a_credential"),
        HAS_A_SECRET_IN_ITS_SOURCE("a_secret_is_declared_as_a_credential"),
        KEEPS_A_SECRET_AS_TEXT("a_new_provider_shows_no_credential"),
        CONNECTS_AT_ONCE("creating_a_provider_connects_to_nobody"),
        NAMES_ANOTHER_ADDRESS("the_provider_has_the_id_and_the_address_of_its_configuration"),
        FORGETS_THE_TIME_TO_CONNECT("the_call_timeout_grows_with_every_timeout_of_the_configuration"),
        HAS_A_FIXED_CALL_TIMEOUT("the_call_timeout_grows_with_every_timeout_of_the_configuration"),
        QUOTES_A_CREDENTIAL("a_credential_that_fits_no_header_is_refused_by_its_key"),
        NAMES_THE_HEADER("a_credential_that_fits_no_header_is_refused_by_its_key"),
        FAILS_AT_THE_FIRST_CALL("a_credential_that_fits_no_header_is_refused_by_its_key"),
        CLOSES_ONCE("a_provider_can_be_closed_more_than_once");

        final String caughtBy;

        Defect(String caughtBy) {
            this.caughtBy = caughtBy;
        }
    }

    @Override
    public ProviderId id() {
        return ID;
    }

    @Override
    public List<Setting<?>> settings() {
        return switch (defect) {
            case DECLARES_WHAT_IT_NEVER_READS ->
                List.of(BASE_URL, API_KEY, BRANCH, CONNECT, READ, Setting.text("proxy", ""));
            case MISTYPES_A_DEFAULT -> List.of(BASE_URL, API_KEY, BRANCH, CONNECT, READ, mistyped());
            case DECLARES_A_SECRET_AS_TEXT ->
                List.of(BASE_URL, API_KEY, BRANCH, CONNECT, READ, Setting.text("api-token", ""));
            case HAS_A_SECRET_IN_ITS_SOURCE -> List.of(BASE_URL, sourced(), BRANCH, CONNECT, READ);
            default -> List.of(BASE_URL, API_KEY, BRANCH, CONNECT, READ);
        };
    }

    private static Setting<?> mistyped() {
        return new Setting<>("retries", Setting.Kind.COUNT, Optional.of("3"), Set.of(), false);
    }

    private static Setting<Credential> sourced() {
        return new Setting<>(
                "api-key", Setting.Kind.CREDENTIAL, Optional.of(new Credential("changeit")), Set.of(), false);
    }

    @Override
    public KycProvider create(Settings settings, InstantSource time) {
        settings.get(BRANCH);
        Credential key = settings.find(API_KEY).orElseGet(() -> new Credential("none"));
        Duration connect = settings.get(CONNECT);
        Duration read = settings.get(READ);
        URI url = settings.get(BASE_URL);
        switch (defect) {
            case READS_AN_UNDECLARED_SETTING -> settings.find(Setting.optionalText("region"));
            case READS_A_TEXT_AS_A_CREDENTIAL -> settings.find(Setting.text("api-key", ""));
            case CONNECTS_AT_ONCE -> connect(url);
            case QUOTES_A_CREDENTIAL -> header("x-api-key", key);
            default -> requireFit(key);
        }
        return new Provider(this, url, key, connect, read);
    }

    private void requireFit(Credential key) {
        if (defect != Defect.FAILS_AT_THE_FIRST_CALL && !key.reveal().matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    (defect == Defect.NAMES_THE_HEADER ? "x-api-key" : API_KEY.key()) + " has characters of no header");
        }
    }

    private static void header(String name, Credential key) {
        HttpRequest.newBuilder(URI.create("http://127.0.0.1")).header(name, key.reveal());
    }

    private static void connect(URI url) {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setTcpNoDelay(true);
        } catch (IOException ignored) {
            // The vendor is away.
        }
    }

    private static final class Provider implements KycProvider, DirectOtpGateway {

        private final Defect defect;
        private final URI url;
        private final Credential key;
        private final Object kept;
        private final Duration connect;
        private final Duration read;
        private boolean closed;

        Provider(BrokenFactory factory, URI url, Credential key, Duration connect, Duration read) {
            this.defect = factory.defect;
            this.url = url;
            this.key = key;
            this.kept = defect == Defect.KEEPS_A_SECRET_AS_TEXT ? "Bearer " + key.reveal() : key;
            this.connect = connect;
            this.read = read;
        }

        @Override
        public ProviderId id() {
            return ID;
        }

        @Override
        public Duration callTimeout() {
            return switch (defect) {
                case FORGETS_THE_TIME_TO_CONNECT -> read;
                case HAS_A_FIXED_CALL_TIMEOUT -> Duration.ofSeconds(30);
                default -> connect.plus(read);
            };
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(defect == Defect.NAMES_ANOTHER_ADDRESS ? URI.create("https://vendor.example") : url);
        }

        @Override
        public Optional<DirectOtpGateway> directOtp() {
            return Optional.of(this);
        }

        @Override
        public Either<ProviderFailure, SendVerdict> send(ConsentProof proof, IdentityNumber number) {
            header("x-api-key", key);
            return Either.left(ProviderFailure.refused(VendorTrace.of(ID)));
        }

        @Override
        public Either<ProviderFailure, CodeVerdict> verify(
                ConsentProof proof, ProviderReference reference, OtpCode code) {
            return Either.left(ProviderFailure.refused(VendorTrace.of(ID)));
        }

        @Override
        public void close() {
            if (closed && defect == Defect.CLOSES_ONCE) {
                throw new IllegalStateException("closed already");
            }
            closed = true;
        }

        @Override
        public String toString() {
            return "Provider[" + kept + "]";
        }
    }

    /** A factory that {@code ServiceLoader} does not find. */
    static final class Unregistered extends BrokenFactory {
        Unregistered() {
            super(Defect.IS_NOT_REGISTERED);
        }
    }
}
