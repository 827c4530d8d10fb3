package dev.kycport.host.cli;

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
class KnockerTest {

    private static final Duration LONG = Duration.ofSeconds(15);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void every_address_of_a_name_is_tried() throws IOException {
        try (ServerSocket door = door()) {
            Knock knock = knocker(host -> List.of(address("127.0.0.2"), address("127.0.0.1")))
                    .at(URI.create("http://vendor.example:" + door.getLocalPort()))
                    .join();

            assertThat(knock.answered()).isTrue();
        }
    }

    @Test
    void a_name_that_is_never_looked_up_keeps_nobody() {
        CountDownLatch never = new CountDownLatch(1);

        Knock knock = new Knocker(host -> waiting(never), SHORT)
                .at(URI.create("https://vendor.example"))
                .join();

        assertThat(knock.answered()).isFalse();
        assertThat(knock.port()).isEqualTo(443);
    }

    @Test
    void one_is_knocked_at_while_another_is_waited_for() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        Knocker knocker = knocker(host -> {
            both.countDown();
            return waiting(both);
        });

        try (ServerSocket door = door()) {
            URI endpoint = URI.create("http://vendor.example:" + door.getLocalPort());
            CompletableFuture<Knock> first = knocker.at(endpoint);
            CompletableFuture<Knock> second = knocker.at(endpoint);

            assertThat(first.join().answered()).isTrue();
            assertThat(second.join().answered()).isTrue();
        }
    }

    @Test
    void a_name_that_nobody_has_does_not_answer() {
        assertThat(knocker(host -> List.of())
                        .at(URI.create("https://vendor.example"))
                        .join()
                        .answered())
                .isFalse();
    }

    @Test
    void where_the_address_names_no_host_nobody_is_knocked_at() {
        Knock knock = knocker(host -> List.of(address("127.0.0.1")))
                .at(URI.create("http://not_a_name:80"))
                .join();

        assertThat(knock.host()).isEmpty();
        assertThat(knock.answered()).isFalse();
    }

    private static Knocker knocker(Function<String, List<InetAddress>> resolver) {
        return new Knocker(resolver, LONG);
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
