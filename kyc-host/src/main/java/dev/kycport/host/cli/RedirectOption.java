package dev.kycport.host.cli;

import picocli.CommandLine.Option;

/** Where DigiLocker is to send the person. */
final class RedirectOption {

    @Option(
            names = "--redirect-url",
            paramLabel = "URL",
            defaultValue = Wish.USUAL_BACK,
            description = "Where DigiLocker is to send the browser, as registered with the provider."
                    + " Usually ${DEFAULT-VALUE}.")
    private String url = "";

    String url() {
        return url;
    }
}
