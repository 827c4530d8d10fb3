package dev.kycport.host.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * Whether anybody listens where a provider is called: a connection is opened and closed again, and nothing is sent, so nothing
 * is paid for.
 */
record Knock(String host, int port, boolean answered) {

    private static final int PATIENCE_MILLIS = 3000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static Knock at(URI endpoint) {
        int port = port(endpoint);
        return new Knock(endpoint.getHost(), port, isOpen(new InetSocketAddress(endpoint.getHost(), port)));
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() >= 0) {
            return endpoint.getPort();
        }
        return "http".equals(endpoint.getScheme()) ? HTTP : HTTPS;
    }

    private static boolean isOpen(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return true;
        } catch (IOException silence) {
            return false;
        }
    }
}
