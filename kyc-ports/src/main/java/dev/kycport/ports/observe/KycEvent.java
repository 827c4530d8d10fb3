package dev.kycport.ports.observe;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.EndReason;
import java.time.Instant;

/** An event in a session, for the host. Contains no number, no code and no identity data. */
public sealed interface KycEvent {

    /** The session, provider and time of the event. */
    Context context();

    /** The stable name, such as {@code code-sent}. */
    String code();

    /** Calls the case of this event. */
    <R> R match(Cases<R> cases);

    /**
     * What all events have.
     *
     * @param provider the session's provider now
     * @param subject the host's own reference for the person
     */
    record Context(SessionId session, Flow flow, ProviderId provider, SubjectRef subject, Instant at) {}

    /** The person agreed to the notice, and the flow can start. */
    record ConsentGiven(Context context) implements KycEvent {
        @Override
        public String code() {
            return "consent-given";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.consentGiven(this);
        }
    }

    /** The person withdrew the consent. A live session ends next. */
    record ConsentWithdrawn(Context context) implements KycEvent {
        @Override
        public String code() {
            return "consent-withdrawn";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.consentWithdrawn(this);
        }
    }

    /** The provider sent a code. */
    record CodeSent(Context context) implements KycEvent {
        @Override
        public String code() {
            return "code-sent";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.codeSent(this);
        }
    }

    /** The person is verified. The session has the identity. */
    record Verified(Context context) implements KycEvent {
        @Override
        public String code() {
            return "verified";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.verified(this);
        }
    }

    /**
     * The session ended without an identity.
     *
     * @param reason why
     */
    record Ended(Context context, EndReason reason) implements KycEvent {
        @Override
        public String code() {
            return "ended";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /**
     * The session failed over to another provider of the route, or back to the first after all have failed.
     *
     * @param from the previous provider
     */
    record ProviderFailover(Context context, ProviderId from) implements KycEvent {
        @Override
        public String code() {
            return "provider-hop";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.providerFailover(this);
        }
    }

    /** One method for each event. */
    interface Cases<R> {
        R consentGiven(ConsentGiven event);

        R consentWithdrawn(ConsentWithdrawn event);

        R codeSent(CodeSent event);

        R verified(Verified event);

        R ended(Ended event);

        R providerFailover(ProviderFailover event);
    }
}
