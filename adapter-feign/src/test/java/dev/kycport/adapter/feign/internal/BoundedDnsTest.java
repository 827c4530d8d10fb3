package dev.kycport.adapter.feign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BoundedDnsTest {

    private final AtomicInteger lookups = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void a_resolver_that_hangs_is_asked_once_however_many_wait() {
        BoundedDns dns = new BoundedDns(this::blockingLookup, Duration.ofMillis(10));

        assertThat(dns.lookup("vendor.example")).isEmpty();
        assertThat(dns.lookup("vendor.example")).isEmpty();
        assertThat(dns.lookup("vendor.example")).isEmpty();

        assertThat(lookups).hasValue(1);
        release.countDown();
    }

    @Test
    void an_answer_is_not_kept_for_the_next_call() {
        release.countDown();
        BoundedDns dns = new BoundedDns(this::blockingLookup, Duration.ofSeconds(20));

        assertThat(dns.lookup("vendor.example")).hasSize(1);
        assertThat(dns.lookup("vendor.example")).hasSize(1);

        assertThat(lookups).hasValue(2);
    }

    @Test
    void an_unknown_host_has_no_addresses() {
        Dns knowsNobody = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(new BoundedDns(knowsNobody, Duration.ofSeconds(20)).lookup("vendor.example"))
                .isEmpty();
    }

    private List<InetAddress> blockingLookup(String host) {
        lookups.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException leftBehind) {
            Thread.currentThread().interrupt();
        }
        return List.of(InetAddress.getLoopbackAddress());
    }
}
