package dev.kycport.ports.observe;

/**
 * The keys of SLF4J's MDC under which every line that is logged while a provider is asked can be found, and by
 * {@link #SESSION} those of a whole step. The application sets them before a call and removes them after it, {@link #TRACE}
 * too, whoever has set that.
 */
public final class LogKeys {

    /** The session's id; whoever finds it there is inside a step of the application. */
    public static final String SESSION = "kyc.session";

    /** The flow, such as {@code direct-otp}. */
    public static final String FLOW = "kyc.flow";

    /** The provider that is asked. */
    public static final String PROVIDER = "kyc.provider";

    /** What it is asked, such as {@code verify-code}. */
    public static final String CALL = "kyc.call";

    /**
     * The provider's own id of the call. The application knows it from failures; an adapter may set it as soon as it has an
     * answer, pleasant or not, but only where {@link #SESSION} is set, since otherwise nobody would remove it.
     */
    public static final String TRACE = "kyc.trace";

    private LogKeys() {}
}
