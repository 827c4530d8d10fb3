package dev.kycport.tck.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** The HTTP clients that adapters are written with. */
enum ExampleClient {
    JDK {
        @Override
        Sender open(Duration timeout) {
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(timeout)
                    .build();
            return (url, body) -> {
                HttpRequest request = HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
                HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
                return new Answer(reply.statusCode(), reply.body());
            };
        }
    },
    OKHTTP {
        @Override
        Sender open(Duration timeout) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .callTimeout(timeout)
                    .retryOnConnectionFailure(false)
                    .build();
            return (url, body) -> {
                Request request = new Request.Builder()
                        .url(url.toString())
                        .post(RequestBody.create(body, null))
                        .build();
                try (Response reply = client.newCall(request).execute()) {
                    return new Answer(reply.code(), reply.body().string());
                }
            };
        }
    },
    APACHE {
        @Override
        Sender open(Duration timeout) {
            CloseableHttpClient client = HttpClients.custom()
                    .disableAutomaticRetries()
                    .setDefaultRequestConfig(RequestConfig.custom()
                            .setResponseTimeout(Timeout.of(timeout.toMillis(), TimeUnit.MILLISECONDS))
                            .build())
                    .build();
            return (url, body) -> {
                HttpPost request = new HttpPost(url);
                request.setEntity(new StringEntity(body));
                return client.execute(request, reply -> {
                    String text = reply.getEntity() == null ? "" : EntityUtils.toString(reply.getEntity());
                    return new Answer(reply.getCode(), text);
                });
            };
        }
    };

    abstract Sender open(Duration timeout);

    /** A reply as far as an adapter reads it. */
    record Answer(int status, String body) {}

    /** Posts this body there. */
    interface Sender {
        Answer post(URI url, String body) throws IOException, InterruptedException;
    }
}
