package dev.kycport.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Answers each request (which has no body) with the same verify-otp reply with a 60 KB photo. Allocates nothing per request, so
 * that only the client is measured.
 */
public final class LoopbackStub implements AutoCloseable {

    private static final int PHOTO = 60 * 1024;
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final ServerSocket server;
    private final byte[] reply = reply();

    /** Starts the server. */
    public LoopbackStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** The base URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                daemon(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        byte[] buffer = new byte[8192];
        try (connection) {
            InputStream in = connection.getInputStream();
            OutputStream out = connection.getOutputStream();
            int lastFour = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lastFour = (lastFour << 8) | (buffer[i] & 0xFF);
                    if (lastFour == END_OF_HEAD) {
                        out.write(reply);
                    }
                }
            }
        } catch (IOException closed) {
            // The client has closed its connection.
        }
    }

    private static byte[] reply() {
        byte[] photo = new byte[PHOTO];
        new Random(1).nextBytes(photo);
        photo[0] = (byte) 0xFF;
        photo[1] = (byte) 0xD8;
        photo[2] = (byte) 0xFF;
        photo[PHOTO - 2] = (byte) 0xFF;
        photo[PHOTO - 1] = (byte) 0xD9;
        byte[] body = body(Base64.getEncoder().encodeToString(photo)).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    private static String body(String photo) {
        return """
                {"code":200,"timestamp":1767225600000,"transaction_id":"0000000000000000000000000abc001d",\
                "sub_code":"SUCCESS","message":"Aadhaar eKYC Successful","data":{"address":{"careOf":"C/O Test Guardian",\
                "country":"India","district":"Test District","house":"1","landmark":"","locality":"Test Layout",\
                "pin":"560001","postOffice":"Test PO","state":"Karnataka","street":"1st Main","subDistrict":"",\
                "vtc":"Test City"},"dateOfBirth":"01-02-1990","email":"","gender":"M","generatedAt":"1767225600000",\
                "maskedNumber":"xxxx-xxxx-0019","name":"Test Resident One","phone":"","document_pdf":null,\
                "aadhaar_linked_mobile_match":null,"photo":"%s"}}""".formatted(photo);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "stub");
        thread.setDaemon(true);
        thread.start();
    }
}
