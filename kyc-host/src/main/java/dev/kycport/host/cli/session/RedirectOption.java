package dev.kycport.host.cli.session;

import picocli.CommandLine.Option;

/** Where DigiLocker is to send the person. */
public final class RedirectOption {

    @Option(
            names = "--redirect-url",
            paramLabel = "URL",
            defaultValue = RunOptions.DEFAULT_REDIRECT_URL,
            description = "Where DigiLocker is to send the browser, as registered with the provider."
                    + " Usually ${DEFAULT-VALUE}.")
    private String url = "";

    public String url() {
        return url;
    }
}
