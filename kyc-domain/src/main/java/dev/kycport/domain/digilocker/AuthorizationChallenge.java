package dev.kycport.domain.digilocker;

import dev.kycport.domain.failure.AuthorizationRejection;
import dev.kycport.domain.failure.KycFailure;
import dev.kycport.domain.failure.SessionRejection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Set;

/**
 * The person's authorization in DigiLocker. {@code Requested} → {@code Offered} → {@code Returned} → {@code Connected} →
 * {@code FetchingDocuments}; the person can refuse ({@code Denied}) or not come back in time ({@code Expired}).
 */
public sealed interface AuthorizationChallenge {

    /** Calls the case of this state. */
    <R> R match(Cases<R> cases);

    /** The first state: an authorization request is to be fetched. */
    static Requested request(Instant now) {
        return new Requested(now);
    }

    /** A state in which a session can wait. The other states end it. */
    sealed interface Open extends AuthorizationChallenge permits InFlight, Offered, Connected {

        /** Calls the case of this state. */
        <R> R match(OpenCases<R> cases);

        @Override
        default <R> R match(Cases<R> cases) {
            return match((OpenCases<R>) cases);
        }

        /**
         * The request that a callback can answer; Left if this state does not wait for one.
         *
         * @param wrongState what the session answers if it has no such step now
         */
        Either<KycFailure, Offered> requireOffered(SessionRejection wrongState);

        /** Starts to fetch the documents; Left if this state cannot. */
        Either<KycFailure, FetchingDocuments> tryFetchDocuments(Instant now, SessionRejection wrongState);

        /** What the person can do next, by the names that {@code session.wrong-state} reports. */
        Set<String> allowedActions();
    }

    /** A provider call is in progress. The person can only wait for it, or cancel the session. */
    sealed interface InFlight extends Open permits Requested, Returned, FetchingDocuments {

        /** When the intent to make the call was stored. */
        Instant since();

        @Override
        default Either<KycFailure, Offered> requireOffered(SessionRejection wrongState) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Either<KycFailure, FetchingDocuments> tryFetchDocuments(Instant now, SessionRejection wrongState) {
            return Either.left(new SessionRejection.Busy());
        }

        @Override
        default Set<String> allowedActions() {
            return Set.of();
        }
    }

    /** The intent to fetch an authorization request is stored, and the call may be in progress. A lost answer does no harm. */
    record Requested(Instant since) implements InFlight {

        /** The provider returned this request. */
        public Offered offer(AuthorizationRequest request, AuthorizationPolicy policy, Instant now) {
            return new Offered(request, now.plus(policy.life()));
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The person can follow the URL, or already did, to authorize the release of their documents. */
    record Offered(AuthorizationRequest request, Instant expiresAt) implements Open {

        /** The person came back with a grant, which must have our state. Left {@code authorization.foreign} or {@code authorization.expired}. */
        public Either<KycFailure, Returned> acceptCallback(AuthorizationCallback.Granted granted, Instant now) {
            return requireOurState(granted.state(), now).map(offered -> new Returned(offered, now));
        }

        /** The person came back with a refusal, which must have our state. Left as above. */
        public Either<KycFailure, Denied> acceptCallback(AuthorizationCallback.Refused refused, Instant now) {
            return requireOurState(refused.state(), now).map(offered -> new Denied());
        }

        /** The person did not come back in time. */
        public Expired expire() {
            return new Expired();
        }

        @Override
        public Either<KycFailure, Offered> requireOffered(SessionRejection wrongState) {
            return Either.right(this);
        }

        @Override
        public Either<KycFailure, FetchingDocuments> tryFetchDocuments(Instant now, SessionRejection wrongState) {
            return Either.left(wrongState);
        }

        @Override
        public Set<String> allowedActions() {
            return Set.of("handle-digilocker-return");
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
     * The provider exchanges the grant for access.
     *
     * @param previous the request that the grant answers
     * @param since when the intent was stored
     */
    record Returned(Offered previous, Instant since) implements InFlight {

        /** The provider has the access now. */
        public Connected connect() {
            return new Connected(previous.request());
        }

        /** DigiLocker does not accept the grant. */
        public Denied deny() {
            return new Denied();
        }

        /** The outcome is unknown, or nothing was sent. The code was not kept, so the person authorizes again. */
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
        public Either<KycFailure, Offered> requireOffered(SessionRejection wrongState) {
            return Either.left(wrongState);
        }

        @Override
        public Either<KycFailure, FetchingDocuments> tryFetchDocuments(Instant now, SessionRejection wrongState) {
            return Either.right(fetchDocuments(now));
        }

        @Override
        public Set<String> allowedActions() {
            return Set.of("fetch-documents");
        }

        @Override
        public <R> R match(OpenCases<R> cases) {
            return cases.connected(this);
        }
    }

    /**
     * The documents are being fetched. This can be repeated without harm.
     *
     * @param previous the state that a failed call returns to
     * @param since when the intent was stored
     */
    record FetchingDocuments(Connected previous, Instant since) implements InFlight {

        /** The call failed: the documents can be fetched again. */
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

    /** The person did not come back in time. */
    record Expired() implements AuthorizationChallenge {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.expired(this);
        }
    }

    /** One method for each state in which a session can wait. */
    interface OpenCases<R> {
        R requested(Requested challenge);

        R offered(Offered challenge);

        R returned(Returned challenge);

        R connected(Connected challenge);

        R fetchingDocuments(FetchingDocuments challenge);
    }

    /** One method for each state. */
    interface Cases<R> extends OpenCases<R> {
        R denied(Denied challenge);

        R expired(Expired challenge);
    }
}
