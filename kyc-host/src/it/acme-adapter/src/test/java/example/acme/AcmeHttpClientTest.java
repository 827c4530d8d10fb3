package example.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.tck.recording.RecordedProvider;
import io.vavr.control.Either;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcmeHttpClientTest {

    @Test
    void a_silent_acme_times_out_and_the_connection_is_closed() throws IOException {
        try (ServerSocket acme = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            acme.setSoTimeout(5000);

            Either<ProviderFailure, AcmeReply> answer =
                    post(client(acme));

            assertThat(answer.getLeft().kind()).isEqualTo(ProviderFailure.Kind.TIMED_OUT);
            try (Socket connection = acme.accept()) {
                connection.setSoTimeout(5000);
                assertThat(connection.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }

    private static Either<ProviderFailure, AcmeReply> post(AcmeHttpClient client) {
        return client.post("/codes", Map.of(), Map.of("number", "any"), client.deadline());
    }

    private static AcmeHttpClient client(ServerSocket acme) {
        URI base = URI.create("http://127.0.0.1:" + acme.getLocalPort());
        return new AcmeHttpClient(base, RecordedProvider.READ_TIMEOUT);
    }
}
