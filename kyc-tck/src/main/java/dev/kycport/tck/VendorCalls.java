package dev.kycport.tck;

import dev.kycport.domain.failure.ProviderFailure;
import dev.kycport.ports.KycProvider;
import io.vavr.control.Either;
import java.util.List;

/**
 * An adapter that talks HTTP, so far as the tests of its wire ({@link RepliesContract}, {@link FaultsContract},
 * {@link BoundsContract}, {@link SecrecyContract}) need to know it: every call by the name under which its replies are listed.
 */
public interface VendorCalls {

    /** The vendor, whose replies are listed in {@code <vendor>/replies.jsonl} on the class path. */
    String vendor();

    /** Which fields of its replies hold what. */
    VendorFields fields();

    /** The adapter with {@link Canary#USUAL} for its credentials. */
    KycProvider open(VendorLink link);

    /** The names of its calls. */
    List<String> calls();

    /** Which of them hands out a person for the right code. */
    String verifying();

    /** The path of that call, as a regular expression. */
    String path(String call);

    /** Asks that, with {@link Canary#USUAL} and what {@link Sample} has. */
    Either<ProviderFailure, ?> ask(KycProvider adapter, String call);

    /** The calls that the adapter makes of its own accord around that one. */
    default List<String> around(String call) {
        return List.of();
    }
}
