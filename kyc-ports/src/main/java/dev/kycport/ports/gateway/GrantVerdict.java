package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.DocumentHolder;
import java.util.Optional;

/** The provider's verdict on the exchange of a DigiLocker grant for access. */
public sealed interface GrantVerdict permits GrantVerdict.Connected, GrantVerdict.GrantRefused, SessionLost {

    /** Calls the case of this verdict. */
    <R> R match(Cases<R> cases);

    /**
     * The provider can fetch what the person shared.
     *
     * @param holder the owner of the DigiLocker account, if the provider returns it here; used for the next call and
     *     never stored
     */
    record Connected(Optional<DocumentHolder> holder) implements GrantVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.connected(this);
        }
    }

    /** DigiLocker does not accept the grant. */
    record GrantRefused() implements GrantVerdict {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.grantRefused();
        }
    }

    /** One method for each verdict. */
    interface Cases<R> {
        R connected(Connected verdict);

        R grantRefused();

        R sessionLost();
    }
}
