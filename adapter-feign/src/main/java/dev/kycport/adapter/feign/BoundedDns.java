package dev.kycport.adapter.feign;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;

/**
 * Looks a name up, for no longer than a connection may take: a resolver that hangs cannot be interrupted, so it is left
 * behind. No addresses mean that the host is unknown.
 */
record BoundedDns(Duration longest) implements Dns {

    @Override
    public List<InetAddress> lookup(String host) {
        return CompletableFuture.supplyAsync(() -> addresses(host), BoundedDns::daemon)
                .completeOnTimeout(List.of(), longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private static List<InetAddress> addresses(String host) {
        try {
            return Dns.SYSTEM.lookup(host);
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "looking up a provider");
        thread.setDaemon(true);
        thread.start();
    }
}
