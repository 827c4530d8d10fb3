package dev.kycport.ports;

/** The provider no longer knows its own side of the session: the person starts again. */
public record SessionLost()
        implements CaptchaSendVerdict, CaptchaVerdict, CodeVerdict, ConnectionVerdict, CollectionVerdict {

    @Override
    public <R> R match(CaptchaSendVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }

    @Override
    public <R> R match(CaptchaVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }

    @Override
    public <R> R match(CodeVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }

    @Override
    public <R> R match(ConnectionVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }

    @Override
    public <R> R match(CollectionVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }
}
