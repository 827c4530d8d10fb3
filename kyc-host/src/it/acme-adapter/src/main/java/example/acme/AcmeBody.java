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

/** A body as it comes in, up to the longest that is allowed; no thread waits for it. */
final class AcmeBody implements HttpResponse.BodySubscriber<Either<UnintelligibleReason, String>> {

    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Either<UnintelligibleReason, String>> whole = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> source = new CompletableFuture<>();

    @Override
    public CompletionStage<Either<UnintelligibleReason, String>> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(this::take);
        if (bytes.size() > LONGEST) {
            source.thenAccept(Flow.Subscription::cancel);
            whole.complete(Either.left(UnintelligibleReason.TOO_LARGE));
        }
    }

    @Override
    public void onError(Throwable lost) {
        whole.complete(Either.left(UnintelligibleReason.CUT_SHORT));
    }

    @Override
    public void onComplete() {
        whole.complete(Either.right(bytes.toString(StandardCharsets.UTF_8)));
    }

    private void take(ByteBuffer buffer) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        bytes.writeBytes(part);
    }
}
