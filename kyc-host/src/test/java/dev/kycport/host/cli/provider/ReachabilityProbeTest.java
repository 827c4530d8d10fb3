package dev.kycport.host.cli.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachabilityProbeTest {

    private final CompletableFuture<Boolean> timeout = new CompletableFuture<>();

    @Test
    void every_address_of_a_name_is_tried() throws IOException {
        try (ServerSocket server = server()) {
            Reachability reachability = probe(host -> List.of(address("127.0.0.2"), address("127.0.0.1")))
                    .probe(URI.create("http://vendor.example:" + server.getLocalPort()))
                    .join();

            assertThat(reachability.answered()).isTrue();
        }
    }

    @Test
    void a_name_lookup_that_never_ends_is_cut_off_by_the_timeout() {
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Reachability> result =
                probe(host -> waiting(never)).probe(URI.create("https://vendor.example"));
        boolean doneBefore = result.isDone();

        timeout.complete(false);

        assertThat(doneBefore).isFalse();
        assertThat(result.join().answered()).isFalse();
        assertThat(result.join().port()).isEqualTo(443);
    }

    @Test
    void several_providers_are_probed_at_the_same_time() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        Function<String, List<InetAddress>> resolver = host -> {
            both.countDown();
            return waiting(both);
        };
        try (ServerSocket server = server()) {
            URI endpoint = URI.create("http://vendor.example:" + server.getLocalPort());
            ReachabilityProbe probe = new ReachabilityProbe(resolver, CompletableFuture::new);

            CompletableFuture<Reachability> first = probe.probe(endpoint);
            CompletableFuture<Reachability> second = probe.probe(endpoint);

            assertThat(first.join().answered()).isTrue();
            assertThat(second.join().answered()).isTrue();
        }
    }

    @Test
    void an_unknown_name_is_not_reachable() {
        assertThat(probe(host -> List.of())
                        .probe(URI.create("https://vendor.example"))
                        .join()
                        .answered())
                .isFalse();
    }

    @Test
    void a_url_without_a_host_is_not_probed() {
        Reachability reachability = probe(host -> List.of(address("127.0.0.1")))
                .probe(URI.create("http://not_a_name:80"))
                .join();

        assertThat(reachability.host()).isEmpty();
        assertThat(reachability.answered()).isFalse();
    }

    private ReachabilityProbe probe(Function<String, List<InetAddress>> resolver) {
        return new ReachabilityProbe(resolver, () -> timeout);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 2, address("127.0.0.1"));
    }

    private static List<InetAddress> waiting(CountDownLatch latch) {
        try {
            latch.await();
            return List.of(address("127.0.0.1"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
