package dev.kycport.host.cli.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(20)
class ReachabilityProbeTest {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void every_address_of_a_name_is_tried() throws IOException {
        try (ServerSocket door = door()) {
            Reachability reachability = knocker(host -> List.of(address("127.0.0.2"), address("127.0.0.1")))
                    .probe(URI.create("http://vendor.example:" + door.getLocalPort()))
                    .join();

            assertThat(reachability.answered()).isTrue();
        }
    }

    @Test
    void a_name_that_is_never_looked_up_keeps_nobody() {
        CountDownLatch never = new CountDownLatch(1);

        Reachability reachability = new ReachabilityProbe(host -> waiting(never), SHORT)
                .probe(URI.create("https://vendor.example"))
                .join();

        assertThat(reachability.answered()).isFalse();
        assertThat(reachability.port()).isEqualTo(443);
    }

    @Test
    void one_is_knocked_at_while_another_is_waited_for() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        ReachabilityProbe reachabilityProbe = knocker(host -> {
            both.countDown();
            return waiting(both);
        });

        try (ServerSocket door = door()) {
            URI endpoint = URI.create("http://vendor.example:" + door.getLocalPort());
            CompletableFuture<Reachability> first = reachabilityProbe.probe(endpoint);
            CompletableFuture<Reachability> second = reachabilityProbe.probe(endpoint);

            assertThat(first.join().answered()).isTrue();
            assertThat(second.join().answered()).isTrue();
        }
    }

    @Test
    void a_name_that_nobody_has_does_not_answer() {
        assertThat(knocker(host -> List.of())
                        .probe(URI.create("https://vendor.example"))
                        .join()
                        .answered())
                .isFalse();
    }

    @Test
    void where_the_address_names_no_host_nobody_is_knocked_at() {
        Reachability reachability = knocker(host -> List.of(address("127.0.0.1")))
                .probe(URI.create("http://not_a_name:80"))
                .join();

        assertThat(reachability.host()).isEmpty();
        assertThat(reachability.answered()).isFalse();
    }

    private static ReachabilityProbe knocker(Function<String, List<InetAddress>> resolver) {
        return new ReachabilityProbe(resolver, LONG);
    }

    private static ServerSocket door() throws IOException {
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
