package dev.kycport.adapter.feign;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;

/**
 * Looks a name up, for no longer than a connection may take: a resolver that hangs cannot be interrupted, so it is left
 * behind, and who asks for the same name meanwhile waits for the same answer rather than with a thread of their own. No
 * addresses mean that the host is unknown.
 */
final class BoundedDns implements Dns {

    private final Dns resolver;
    private final Duration longest;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> pending = new ConcurrentHashMap<>();

    BoundedDns(Dns resolver, Duration longest) {
        this.resolver = resolver;
        this.longest = longest;
    }

    @Override
    public List<InetAddress> lookup(String host) {
        return pending.computeIfAbsent(host, this::asked)
                .copy()
                .completeOnTimeout(List.of(), longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<List<InetAddress>> asked(String host) {
        return CompletableFuture.supplyAsync(() -> addresses(host), BoundedDns::daemon);
    }

    private List<InetAddress> addresses(String host) {
        try {
            return resolver.lookup(host);
        } catch (UnknownHostException unknown) {
            return List.of();
        } finally {
            pending.remove(host);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "looking up a provider");
        thread.setDaemon(true);
        thread.start();
    }
}
