package dev.kycport.host.cli.provider;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Tests whether a provider's host and port accept connections, with one timeout for name lookup and all addresses. Sends
 * nothing, so it costs nothing.
 */
final class ReachabilityProbe {

    private static final int TIMEOUT_MILLIS = 3000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Function<String, List<InetAddress>> resolver;
    private final Supplier<CompletableFuture<Boolean>> timeout;

    /** @param timeout starts a timeout: a future that becomes false when it is over */
    ReachabilityProbe(Function<String, List<InetAddress>> resolver, Supplier<CompletableFuture<Boolean>> timeout) {
        this.resolver = resolver;
        this.timeout = timeout;
    }

    /** A probe with the resolver of this machine and a timeout of three seconds. */
    static ReachabilityProbe withDefaults() {
        return new ReachabilityProbe(
                ReachabilityProbe::resolve,
                () -> new CompletableFuture<Boolean>().completeOnTimeout(false, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Starts the test of one endpoint. */
    CompletableFuture<Reachability> probe(URI endpoint) {
        Optional<String> host = Optional.ofNullable(endpoint.getHost());
        int port = port(endpoint);
        return host.map(name -> connects(name, port))
                .orElseGet(() -> CompletableFuture.completedFuture(false))
                .thenApply(answered -> new Reachability(host, port, answered));
    }

    // All addresses are tried at once; the first that accepts decides.
    private CompletableFuture<Boolean> connects(String host, int port) {
        CompletableFuture<Boolean> anyOpen = timeout.get();
        CompletableFuture<Boolean> all = supplyOnDaemonThread(() -> resolver.apply(host))
                .thenCompose(addresses -> CompletableFuture.allOf(addresses.stream()
                        .map(address -> supplyOnDaemonThread(() -> isOpen(new InetSocketAddress(address, port)))
                                .thenAccept(open -> completeIfOpen(anyOpen, open)))
                        .toArray(CompletableFuture[]::new)))
                .handle((tried, error) -> anyOpen.getNow(false));
        return anyOpen.applyToEither(all, answered -> answered);
    }

    private static void completeIfOpen(CompletableFuture<Boolean> anyOpen, boolean open) {
        if (open) {
            anyOpen.complete(true);
        }
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() >= 0) {
            return endpoint.getPort();
        }
        return "http".equalsIgnoreCase(endpoint.getScheme()) ? HTTP : HTTPS;
    }

    private static boolean isOpen(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, TIMEOUT_MILLIS);
            return true;
        } catch (IOException unreachable) {
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

    // Neither a name lookup nor a connect can be interrupted; a daemon thread does not keep the process alive.
    private static <T> CompletableFuture<T> supplyOnDaemonThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "kyc-probe");
            thread.setDaemon(true);
            thread.start();
        });
    }
}
