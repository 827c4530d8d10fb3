package dev.kycport.adapter.feign;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kycport.adapter.feign.internal.RetryAfterHeader;
import dev.kycport.adapter.feign.internal.ScalarCapturingParser;
import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Reads a {@link Reply}; replaces Feign's decoders. */
final class ReplyReader implements ResponseInterceptor {

    static final String CONTENT_TYPE = "Content-Type";
    static final String RETRY_AFTER = "Retry-After";

    private static final long MAX_ERROR_BODY = 64L * 1024;
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
            return response.status() / 100 == 2 ? readSuccess(response, context.returnType()) : readError(response);
        }
    }

    private Reply<?> readSuccess(Response response, Type type) throws IOException {
        byte[] body = readBody(response, maxBody);
        if (body.length == 0) {
            return new Reply.Empty<>(response.status());
        }
        requireJson(response);
        try (ScalarCapturingParser json = new ScalarCapturingParser(mapper.createParser(body), body)) {
            Reply<?> reply = decode(json, readers.computeIfAbsent(type, this::readerFor), response.status());
            if (json.nextToken() != null) {
                throw new NotJsonException();
            }
            return reply;
        }
    }

    private static Reply<?> decode(ScalarCapturingParser json, ObjectReader reader, int status) throws IOException {
        try {
            Object value = reader.readValue(json);
            return value == null ? new Reply.Empty<>(status) : new Reply.Decoded<>(status, value);
        } catch (DatabindException e) {
            if (TransportErrorMapper.unwrapJackson(e) != e) {
                throw e;
            }
            return new Reply.Undecodable<>(status, json.readToEnd());
        }
    }

    // readSuccess checks for trailing content itself.
    private ObjectReader readerFor(Type type) {
        Type expected = ((ParameterizedType) type).getActualTypeArguments()[0];
        return mapper.readerFor(mapper.getTypeFactory().constructType(expected))
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private Reply<?> readError(Response response) throws IOException {
        Optional<Duration> retryAfter =
                header(response, RETRY_AFTER).flatMap(text -> RetryAfterHeader.parse(text, time.instant()));
        return new Reply.HttpError<>(response.status(), retryAfter, readTree(response));
    }

    // The status counts even if the body cannot be read.
    private JsonNode readTree(Response response) {
        try {
            JsonNode tree = mapper.readTree(readBody(response, Math.min(maxBody, MAX_ERROR_BODY)));
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] readBody(Response response, long limit) throws IOException {
        if (response.body() == null) {
            return new byte[0];
        }
        Integer length = response.body().length();
        if (length != null && length > limit) {
            throw new TooLargeException();
        }
        InputStream stream = response.body().asInputStream();
        if (length != null) {
            // One array of the right size: readNBytes(int) would allocate the body twice.
            byte[] body = new byte[length];
            int read = stream.readNBytes(body, 0, length);
            return read == length ? body : Arrays.copyOf(body, read);
        }
        byte[] body = stream.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
        if (body.length > limit) {
            throw new TooLargeException();
        }
        return body;
    }

    private static void requireJson(Response response) throws IOException {
        boolean otherType = header(response, CONTENT_TYPE)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !JSON.matcher(type).matches())
                .isPresent();
        if (otherType) {
            throw new NotJsonException();
        }
    }

    private static Optional<String> header(Response response, String name) {
        return response.headers().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body is larger than allowed. */
    static final class TooLargeException extends IOException {

        TooLargeException() {
            super("more bytes than allowed");
        }
    }

    /** The content type is not JSON, or the body is not exactly one JSON value. */
    static final class NotJsonException extends IOException {

        NotJsonException() {
            super("not JSON");
        }
    }
}
