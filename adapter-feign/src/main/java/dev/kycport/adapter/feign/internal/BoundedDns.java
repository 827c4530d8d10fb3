package dev.kycport.adapter.feign.internal;

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
 * Resolves a host name within the connect timeout. A resolver that hangs cannot be interrupted, so it continues on
 * its own thread; concurrent lookups of the same name share that thread. An empty list means that the host is
 * unknown.
 */
public final class BoundedDns implements Dns {

    private final Dns resolver;
    private final Duration timeout;
    private final ConcurrentMap<String, CompletableFuture<List<InetAddress>>> pending = new ConcurrentHashMap<>();

    public BoundedDns(Dns resolver, Duration timeout) {
        this.resolver = resolver;
        this.timeout = timeout;
    }

    @Override
    public List<InetAddress> lookup(String host) {
        return pending.computeIfAbsent(host, this::startLookup)
                .copy()
                .completeOnTimeout(List.of(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<List<InetAddress>> startLookup(String host) {
        return CompletableFuture.supplyAsync(() -> resolve(host), BoundedDns::startDaemonThread);
    }

    private List<InetAddress> resolve(String host) {
        try {
            return resolver.lookup(host);
        } catch (UnknownHostException e) {
            return List.of();
        } finally {
            pending.remove(host);
        }
    }

    private static void startDaemonThread(Runnable task) {
        Thread thread = new Thread(task, "looking up a provider");
        thread.setDaemon(true);
        thread.start();
    }
}
