package example.acme;

import dev.kycport.domain.failure.UnintelligibleReason;
import io.vavr.control.Either;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a reply's body up to a size limit, without blocking a thread. */
final class AcmeBodySubscriber implements HttpResponse.BodySubscriber<Either<UnintelligibleReason, String>> {

    private static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Either<UnintelligibleReason, String>> body = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

    @Override
    public CompletionStage<Either<UnintelligibleReason, String>> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::append);
        if (bytes.size() > MAX_BYTES) {
            source.thenAccept(Flow.Subscription::cancel);
            body.complete(Either.left(UnintelligibleReason.TOO_LARGE));
        }
    }

    @Override
    public void onError(Throwable error) {
        body.complete(Either.left(UnintelligibleReason.CUT_SHORT));
    }

    @Override
    public void onComplete() {
        body.complete(Either.right(bytes.toString(StandardCharsets.UTF_8)));
    }

    private void append(ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
    }
}
