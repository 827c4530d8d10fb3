package dev.kycport.host.cli.option;

import picocli.CommandLine.Option;

/** The URL that DigiLocker sends the browser back to. */
public final class RedirectOption {

    /** Nothing needs to listen there: the person copies the URL from the browser. */
    public static final String DEFAULT = "https://localhost/kyc/return";

    @Option(
            names = "--redirect-url",
            paramLabel = "URL",
            defaultValue = DEFAULT,
            description = "Where DigiLocker sends the browser back to, as registered with the provider."
                    + " Default: ${DEFAULT-VALUE}.")
    private String url = "";

    public String url() {
        return url;
    }
}
