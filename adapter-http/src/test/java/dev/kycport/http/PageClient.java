package dev.kycport.http;

import dev.kycport.http.ApiClient.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a script: it keeps cookies, fills in forms and follows redirects. */
final class PageClient {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(csrf|revision)\" value=\"([^\"]*)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String address = "";
    private Reply page;

    /** Visits a page and follows redirects within the server. */
    PageClient visit(String url) {
        address = url;
        page = send(HttpRequest.newBuilder(URI.create(url)).GET());
        follow();
        return this;
    }

    /** Submits the form of that action on the page that is shown. */
    PageClient submit(String action, String... fields) {
        page = send(form(action, fields));
        follow();
        return this;
    }

    /** The answer to a form, without following it. */
    Reply answerTo(String action, String... fields) {
        return send(form(action, fields));
    }

    /** The same form once more, as by a second click. */
    HttpRequest.Builder form(String action, String... fields) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            values.put(hidden.group(1), hidden.group(2));
        }
        values.put("action", action);
        for (int i = 0; i < fields.length; i += 2) {
            values.put(fields[i], fields[i + 1]);
        }
        return post(formAddress(), values);
    }

    HttpRequest.Builder post(String url, Map<String, String> values) {
        String body = values.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    void addCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
    }

    Reply send(HttpRequest.Builder request) {
        addCookies(request);
        Reply reply = ApiClient.send(request);
        reply.response().headers().allValues("Set-Cookie").forEach(header -> {
            String pair = header.substring(0, header.indexOf(';'));
            cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        });
        return reply;
    }

    String address() {
        return address;
    }

    int status() {
        return page.status();
    }

    String body() {
        return page.body();
    }

    Reply reply() {
        return page;
    }

    /** The words of the first heading. */
    String heading() {
        return page.body().replaceAll("(?s).*<h1>(.*?)</h1>.*", "$1");
    }

    /** The words of the message, or nothing. */
    String message() {
        Matcher found = Pattern.compile("(?s)role=\"alert\"[^>]*>(.*?)</p>").matcher(page.body());
        return found.find() ? found.group(1) : "";
    }

    private String formAddress() {
        Matcher found =
                Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"").matcher(page.body());
        return found.find() ? URI.create(address).resolve(found.group(1)).toString() : address;
    }

    private void follow() {
        while (page.status() == 303) {
            address = URI.create(address).resolve(page.header("Location")).toString();
            page = send(HttpRequest.newBuilder(URI.create(address)).GET());
        }
    }
}
