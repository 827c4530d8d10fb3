package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Makes a {@link Reply} of whatever the provider answered, in place of Feign's decoders. */
final class ReplyReader implements ResponseInterceptor {

    /** Those that are looked at. */
    static final List<String> HEADERS = List.of("Content-Type", "Retry-After");

    private static final long LONGEST_PROBLEM = 64L * 1024;
    private static final Pattern JSON = Pattern.compile("(application|text)/([a-z0-9.+-]+\\+)?json");

    private final ObjectMapper mapper;
    private final long maxBody;
    private final InstantSource time;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    ReplyReader(ObjectMapper mapper, long maxBody, InstantSource time) {
        this.mapper = mapper;
        this.maxBody = maxBody;
        this.time = time;
    }

    @Override
    public Reply<?> intercept(InvocationContext context, Chain chain) throws IOException {
        try (Response response = context.response()) {
            return response.status() / 100 == 2 ? success(response, context.returnType()) : problem(response);
        }
    }

    private Reply<?> success(Response response, Type type) throws IOException {
        PushbackInputStream body = new PushbackInputStream(bounded(response, maxBody));
        int first = body.read();
        if (first < 0) {
            return new Reply.Empty<>(response.status());
        }
        body.unread(first);
        checkIsJson(response);
        try (Overhearing json = new Overhearing(mapper.createParser(body))) {
            Reply<?> reply = read(json, readers.computeIfAbsent(type, this::reader), response.status());
            if (json.nextToken() != null) {
                throw new NotJsonException();
            }
            return reply;
        }
    }

    private static Reply<?> read(Overhearing json, ObjectReader reader, int status) throws IOException {
        try {
            Object said = reader.readValue(json);
            return said == null ? new Reply.Empty<>(status) : new Reply.Understood<>(status, said);
        } catch (DatabindException ofAnotherForm) {
            if (Breakdown.behindJackson(ofAnotherForm) != ofAnotherForm) {
                throw ofAnotherForm;
            }
            return new Reply.Odd<>(status, json.toTheEnd());
        }
    }

    // That nothing follows is checked once the whole reply has been heard.
    private ObjectReader reader(Type type) {
        Type hopedFor = ((ParameterizedType) type).getActualTypeArguments()[0];
        return mapper.readerFor(mapper.getTypeFactory().constructType(hopedFor))
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private Reply<?> problem(Response response) throws IOException {
        Optional<Duration> retryAfter =
                header(response, "Retry-After").flatMap(text -> RetryAfter.parse(text, time.instant()));
        return new Reply.Failed<>(response.status(), retryAfter, tree(response));
    }

    // The status of an error stands even where its body cannot be read.
    private JsonNode tree(Response response) {
        try {
            JsonNode tree = mapper.readTree(bounded(response, Math.min(maxBody, LONGEST_PROBLEM)));
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static InputStream bounded(Response response, long longest) throws IOException {
        if (response.body() == null) {
            return InputStream.nullInputStream();
        }
        Integer length = response.body().length();
        if (length != null && length > longest) {
            throw new BoundedStream.TooLargeException();
        }
        return new BoundedStream(response.body().asInputStream(), longest);
    }

    private static void checkIsJson(Response response) throws IOException {
        boolean declaredOtherwise = header(response, "Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !JSON.matcher(type).matches())
                .isPresent();
        if (declaredOtherwise) {
            throw new NotJsonException();
        }
    }

    private static Optional<String> header(Response response, String name) {
        return response.headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body is not JSON by its own account, or not one value. */
    static final class NotJsonException extends IOException {

        NotJsonException() {
            super("not JSON");
        }
    }
}
