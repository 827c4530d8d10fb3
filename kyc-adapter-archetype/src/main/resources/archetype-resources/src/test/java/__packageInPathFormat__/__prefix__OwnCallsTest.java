package ${package};

import dev.kycport.tck.OwnCallsContract;
import dev.kycport.tck.http.VendorHttpCalls;
import java.time.Duration;

class ${prefix}OwnCallsTest extends OwnCallsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new ${prefix}HttpCalls();
    }

    // TODO: "expires_in" of the token in replies.jsonl.
    @Override
    protected Duration life() {
        return Duration.ofDays(1);
    }
}
