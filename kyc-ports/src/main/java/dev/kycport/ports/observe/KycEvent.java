package dev.kycport.ports.observe;

import dev.kycport.domain.Flow;
import dev.kycport.domain.ProviderId;
import dev.kycport.domain.SessionId;
import dev.kycport.domain.consent.SubjectRef;
import dev.kycport.domain.session.EndReason;
import java.time.Instant;

/** Something a host may want to know as it happens. It holds no number, no code and nothing of the person's identity. */
public sealed interface KycEvent {

    /** Whose, where and when. */
    Context context();

    /** The stable name, such as {@code code-sent}. */
    String code();

    /** The answer that fits the event. */
    <R> R match(Cases<R> cases);

    /**
     * What every event tells.
     *
     * @param provider who serves the session now
     * @param subject the host's own name for the person
     */
    record Context(SessionId session, Flow flow, ProviderId provider, SubjectRef subject, Instant at) {}

    /** The person agreed to the notice, and the session can start. */
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

    /** The person took the consent back; a session that was not over ends next. */
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

    /** The provider says that a code is on its way. */
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

    /** The person is who they are; the identity is in the session. */
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
     * The session is over without an identity.
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
     * Another provider of the route has taken over, or the first again after all have failed.
     *
     * @param from who served the session before
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

    /** One answer an event. */
    interface Cases<R> {
        R consentGiven(ConsentGiven event);

        R consentWithdrawn(ConsentWithdrawn event);

        R codeSent(CodeSent event);

        R verified(Verified event);

        R ended(Ended event);

        R providerFailover(ProviderFailover event);
    }
}
