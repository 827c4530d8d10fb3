package dev.kycport.domain.digilocker;

import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import io.vavr.control.Either;
import java.time.Instant;

/**
 * The detour through DigiLocker. {@code Requested} → {@code Offered} → {@code Returned} → {@code Connected} →
 * {@code Collecting}; on the way the person can refuse ({@code Denied}) or stay away too long ({@code Expired}).
 */
public sealed interface AuthorizationChallenge {

    /** The answer that fits the state. */
    <R> R match(Cases<R> cases);

    /** The first state: an offer is to be fetched. */
    static Requested request(Instant now) {
        return new Requested(now);
    }

    /** A state in which a session can wait; the others end it. */
    sealed interface Open extends AuthorizationChallenge
            permits Requested, Offered, Returned, Connected, FetchingDocuments {

        /** The answer that fits the state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }
    }

    /** The intent to fetch an offer is stored and the call may be under way; losing its answer does no harm. */
    record Requested(Instant since) implements Open {

        /** The provider made this offer. */
        public Offered offer(AuthorizationRequest offer, AuthorizationPolicy policy, Instant now) {
            return new Offered(offer, now.plus(policy.life()));
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The person is invited, or already away, to authorise the release. */
    record Offered(AuthorizationRequest request, Instant expiresAt) implements Open {

        /** The person came back with a grant; the return must carry our state. */
        public Either<KycFailure, Returned> acceptCallback(AuthorizationCallback.Granted granted, Instant now) {
            return requireOurState(granted.state(), now).map(offered -> new Returned(offered, now));
        }

        /** The person came back with a refusal; the return must carry our state. */
        public Either<KycFailure, Denied> acceptCallback(AuthorizationCallback.Refused refused, Instant now) {
            return requireOurState(refused.state(), now).map(offered -> new Denied());
        }

        /** The person stayed away too long. */
        public Expired expire() {
            return new Expired();
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.offered(this);
        }

        private Either<KycFailure, Offered> requireOurState(String state, Instant now) {
            if (!request.state().matches(state)) {
                return Either.left(new AuthorizationRejection.Foreign());
            }
            return now.isBefore(expiresAt)
                    ? Either.right(this)
                    : Either.left(new AuthorizationRejection.Expired(expiresAt));
        }
    }

    /**
     * The grant is at the provider, in exchange for access.
     *
     * @param previous the offer it answers
     * @param since when the intent was stored
     */
    record Returned(Offered previous, Instant since) implements Open {

        /** The provider holds the access now. */
        public Connected connect() {
            return new Connected(previous.request());
        }

        /** DigiLocker does not accept the grant. */
        public Denied deny() {
            return new Denied();
        }

        /** The outcome is unknown or nothing was sent: the code was not kept, so the person goes through the offer again. */
        public Offered revert() {
            return previous;
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.returned(this);
        }
    }

    /** The provider may fetch what the person shared. */
    record Connected(AuthorizationRequest request) implements Open {

        /** The documents are to be fetched. */
        public FetchingDocuments fetchDocuments(Instant now) {
            return new FetchingDocuments(this, now);
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.connected(this);
        }
    }

    /**
     * The documents are being fetched, which can be repeated without harm.
     *
     * @param previous where a failed call leads back to
     * @param since when the intent was stored
     */
    record FetchingDocuments(Connected previous, Instant since) implements Open {

        /** The documents did not come: they can be fetched again. */
        public Connected revert() {
            return previous;
        }

        /** The person shared nothing. */
        public Denied deny() {
            return new Denied();
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.fetchingDocuments(this);
        }
    }

    /** The person refused, or shared nothing. */
    record Denied() implements AuthorizationChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.denied(this);
        }
    }

    /** The person stayed away too long. */
    record Expired() implements AuthorizationChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One answer a state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R offered(Offered challenge);

        R returned(Returned challenge);

        R connected(Connected challenge);

        R fetchingDocuments(FetchingDocuments challenge);
    }

    /** One answer a state. */
    interface Cases<R> extends OpenCases<R> {
        R denied(Denied challenge);

        R expired(Expired challenge);
    }
}
