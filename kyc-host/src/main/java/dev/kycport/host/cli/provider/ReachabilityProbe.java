package dev.kycport.host.cli.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Knocks where providers are called: a connection is opened and closed again, and nothing is sent, so nothing is paid for. From
 * the name to the last of its addresses nobody is waited for longer than patience lasts; who hangs is left behind.
 */
final class ReachabilityProbe {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Function<String, List<InetAddress>> resolver;
    private final Duration timeout;

    ReachabilityProbe(Function<String, List<InetAddress>> resolver, Duration timeout) {
        this.resolver = resolver;
        this.timeout = timeout;
    }

    /** One that looks names up as the machine does, and waits a few seconds. */
    static ReachabilityProbe withDefaults() {
        return new ReachabilityProbe(ReachabilityProbe::resolve, Duration.ofSeconds(3));
    }

    /** Knocks, without waiting for the answer. */
    CompletableFuture<Reachability> probe(URI endpoint) {
        Optional<String> host = Optional.ofNullable(endpoint.getHost());
        int port = port(endpoint);
        return host.map(name -> connects(name, port))
                .orElseGet(() -> CompletableFuture.completedFuture(false))
                .thenApply(answered -> new Reachability(host, port, answered));
    }

    // One open address is enough, and a silent one keeps none of the others waiting.
    private CompletableFuture<Boolean> connects(String host, int port) {
        CompletableFuture<Boolean> anyOpen = new CompletableFuture<>();
        CompletableFuture<Boolean> all = supplyOnDaemonThread(() -> resolver.apply(host))
                .thenCompose(addresses -> CompletableFuture.allOf(addresses.stream()
                        .map(address -> supplyOnDaemonThread(() -> isOpen(new InetSocketAddress(address, port)))
                                .thenAccept(answered -> completeIfOpen(anyOpen, answered)))
                        .toArray(CompletableFuture[]::new)))
                .handle((tried, broken) -> anyOpen.getNow(false));
        return anyOpen.applyToEither(all, answered -> answered)
                .completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void completeIfOpen(CompletableFuture<Boolean> anyOpen, boolean answered) {
        if (answered) {
            anyOpen.complete(true);
        }
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() >= 0) {
            return endpoint.getPort();
        }
        return "http".equalsIgnoreCase(endpoint.getScheme()) ? HTTP : HTTPS;
    }

    private boolean isOpen(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) timeout.toMillis());
            return true;
        } catch (IOException silence) {
            return false;
        }
    }

    private static List<InetAddress> resolve(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            return List.of();
        }
    }

    // Neither a resolver nor a connection can be interrupted, so neither may keep the program from ending.
    private static <T> CompletableFuture<T> supplyOnDaemonThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "kyc-knock");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
