package dev.kycport.tck.http;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.spi.KycProvider;
import dev.kycport.tck.sample.SampleValues;
import dev.kycport.tck.secrecy.Canary;
import io.vavr.control.Either;
import java.util.List;

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

    /** The calls that the adapter makes of its own accord around that one. */
    default List<String> additionalCalls(String call) {
        return List.of();
    }
}
