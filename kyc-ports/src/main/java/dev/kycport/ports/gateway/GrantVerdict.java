package dev.kycport.ports.gateway;

import dev.kycport.domain.identity.DocumentHolder;
import java.util.Optional;

/** What a provider concludes when a DigiLocker grant is exchanged for access. */
public sealed interface GrantVerdict permits GrantVerdict.Connected, GrantVerdict.GrantRefused, SessionLost {

    /** The answer that fits the verdict. */
    <R> R match(Cases<R> cases);

    /**
     * The provider may fetch what the person shared.
     *
     * @param holder whose DigiLocker it is, where the provider tells it here; for the next call, and kept nowhere
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

    /** One answer a verdict. */
    interface Cases<R> {
        R connected(Connected verdict);

        R grantRefused();

        R sessionLost();
    }
}
