package example.acme;

import dev.kycport.tck.OwnCallsContract;
import dev.kycport.tck.http.VendorHttpCalls;
import java.time.Duration;

class AcmeOwnCallsTest extends OwnCallsContract {

    @Override
    protected VendorHttpCalls vendor() {
        return new AcmeHttpCalls();
    }

    @Override
    protected Duration life() {
        return Duration.ofDays(1);
    }
}
