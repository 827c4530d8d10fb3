package dev.kycport.tck.http;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * An adapter that talks HTTP, so far as the tests of its wire ({@code RepliesContract}, {@code FaultsContract},
 * {@code OversizedReplyContract}, {@code SecrecyContract}) need to know it: every call by the name under which its replies are listed.
 */
public interface VendorHttpCalls {

    /** The vendor, whose replies are listed in {@code <vendor>/replies.jsonl} on the class path. */
    String vendor();

    /** Which fields of its replies hold what. */
    ReplyFieldNames fields();

    /** The adapter with {@link Canary#DEFAULT} for its credentials. */
    KycProvider open(VendorEndpoint link);

    /** The names of its calls. */
    List<String> calls();

    /** Which of them hands out a person for the right code. */
    String verifyCall();

    /** The path of that call, as a regular expression. */
    String path(String call);

    /** Asks that, with {@link Canary#DEFAULT} and what {@link SampleValues} has. */
    Either<ProviderFailure, ?> invoke(KycProvider adapter, String call);

    /** The calls that the adapter makes around that one, such as those for a list before a file, or for an access token. */
    default List<String> additionalCalls(String call) {
        return List.of();
    }

    /**
     * Those of them that the adapter makes for itself, such as for an access token. {@code replies.jsonl} lists the success of
     * each, and for one other call, as the case {@code token refused}, the reply by which the vendor refuses the token.
     */
    default List<String> ownCalls() {
        return List.of();
    }

    /** The adapter as {@link #open(VendorEndpoint)} opens it, with this clock; for {@code OwnCallsContract}. */
    default KycProvider open(VendorEndpoint endpoint, InstantSource clock) {
        throw new AssertionError(
                "override VendorHttpCalls.open(endpoint, clock): what an own call returns expires by this clock");
    }

    /**
     * The replies that return an identity. {@code IdentityFieldsContract} changes single fields of their
     * documented success.
     */
    default List<IdentityReply> identityReplies() {
        return List.of();
    }

    /** JSON pointers, by call, to the document in the documented success of the calls that return one. */
    default Map<String, String> documentReplies() {
        return Map.of();
    }

    /** JSON pointers, by call, to the URL of DigiLocker's page in the documented success of the calls that return one. */
    default Map<String, String> offerReplies() {
        return Map.of();
    }
}
