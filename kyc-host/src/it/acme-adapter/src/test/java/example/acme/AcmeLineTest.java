package example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.secrecy.Canary;
import dev.kycport.tck.recording.RecordedProvider;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcmeLineTest {

    @Test
    void a_silent_acme_is_left_and_the_connection_with_it() throws IOException {
        try (ServerSocket acme = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            acme.setSoTimeout(5000);

            Either<ProviderFailure, AcmeAnswer> answer =
                    line(acme).ask("/codes", Map.of("number", "of nobody"), Either::right);

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.TIMED_OUT);
            try (Socket left = acme.accept()) {
                left.setSoTimeout(5000);
                assertThat(left.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    private static AcmeLine line(ServerSocket acme) {
        URI base = URI.create("http://127.0.0.1:" + acme.getLocalPort());
        return new AcmeLine(base, Canary.USUAL.secret(), RecordedProvider.PATIENCE);
    }
}
