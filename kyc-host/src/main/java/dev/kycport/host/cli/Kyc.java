package dev.kycport.host.cli;

/** The {@code kyc} command. */
public final class Kyc {

    private Kyc() {}

    public static void main(String[] arguments) {
        System.out.println("kyc " + Kyc.class.getPackage().getImplementationVersion());
    }
}
