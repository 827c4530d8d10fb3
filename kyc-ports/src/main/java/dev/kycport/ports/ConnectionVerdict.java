package dev.kycport.ports;

/** What a provider concludes when a DigiLocker grant is exchanged for access. */
public sealed interface ConnectionVerdict
        permits ConnectionVerdict.Connected, ConnectionVerdict.GrantRefused, SessionLost {

    /** The provider may fetch what the person shared. */
    record Connected() implements ConnectionVerdict {}

    /** DigiLocker does not accept the grant. */
    record GrantRefused() implements ConnectionVerdict {}
}
