package dev.kycport.ports.gateway;

/** The provider no longer knows its own session: the person has to start again. */
public record SessionLost() implements CaptchaSendVerdict, CaptchaVerdict, CodeVerdict, GrantVerdict, DocumentsVerdict {

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
    public <R> R match(GrantVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }

    @Override
    public <R> R match(DocumentsVerdict.Cases<R> cases) {
        return cases.sessionLost();
    }
}
