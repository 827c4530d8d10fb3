package dev.kycport.endurance.fault;

import dev.kycport.endurance.system.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Kills all processes of a PostgreSQL server with SIGKILL and starts it again on the same files. */
final class PostgresCrash implements DatabaseFault {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres server;

    PostgresCrash(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.server = TestDatabase.startPersistent(folder, port);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void begin() throws Exception {
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : processes) {
            process.onExit().get();
        }
    }

    @Override
    public void end() throws IOException {
        server.close();
        server = TestDatabase.startPersistent(folder, port);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
