package dev.kycport.ports.observe;

/**
 * The MDC keys of SLF4J. {@link #SESSION} is set during a whole step, the others during a provider call. The
 * application sets them before and removes them after, {@link #TRACE} included, even if an adapter set it.
 */
public final class LogKeys {

    /** The session's id. If it is set, the code runs inside a step of the application. */
    public static final String SESSION = "kyc.session";

    /** The flow, such as {@code direct-otp}. */
    public static final String FLOW = "kyc.flow";

    /** The called provider. */
    public static final String PROVIDER = "kyc.provider";

    /** The kind of call, such as {@code verify-code}. */
    public static final String CALL = "kyc.call";

    /**
     * The provider's own id of the call. The application knows it from failures. An adapter may set it as soon as it
     * has any answer, but only if {@link #SESSION} is set, because otherwise it would not be removed.
     */
    public static final String TRACE = "kyc.trace";

    private LogKeys() {}
}
