package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.ports.Credential;
import dev.kycport.ports.Setting;
import dev.kycport.ports.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be configured about Deepvue.
 *
 * @param http where it listens and how long it may take
 * @param clientId the header {@code client-id}
 * @param clientSecret the header {@code x-api-key}
 * @param aadhaarPdf whether DigiLocker's e-Aadhaar is fetched as a document, too
 * @param codeNames by which parameters a return may bring DigiLocker's code; Deepvue does not document the name
 * @param stateNames by which parameters it may bring the state
 * @param errorNames by which parameters it may say that the person refused
 */
public record DeepvueConfig(
        HttpSettings http,
        Credential clientId,
        Credential clientSecret,
        boolean aadhaarPdf,
        List<String> codeNames,
        List<String> stateNames,
        List<String> errorNames) {

    private static final String YES = "yes";
    private static final Setting<URI> BASE_URL = HttpSettings.baseUrl("https://production.deepvue.tech");
    private static final Setting<Credential> CLIENT_ID = Setting.credential("client-id");
    private static final Setting<Credential> CLIENT_SECRET = Setting.credential("client-secret");
    private static final Setting<String> AADHAAR_PDF = Setting.choice("aadhaar-pdf", YES, "no");
    private static final Setting<String> RETURN_CODE = Setting.text("return-code", "code,digilocker_code");
    private static final Setting<String> RETURN_STATE =
            Setting.text("return-state", "state,transaction_id,initial_deepvue_transaction_id");
    private static final Setting<String> RETURN_ERROR = Setting.text("return-error", "error");

    public DeepvueConfig {
        if (http.baseUrl().getPath().matches(".*/v[12]/?")) {
            throw new IllegalArgumentException(
                    BASE_URL.key() + " must end before /v1 or /v2, which the calls bring along");
        }
        codeNames = named(RETURN_CODE, codeNames);
        stateNames = named(RETURN_STATE, stateNames);
        errorNames = named(RETURN_ERROR, errorNames);
    }

    static List<Setting<?>> declared() {
        return Stream.concat(
                        HttpSettings.declared(BASE_URL).stream(),
                        Stream.of(CLIENT_ID, CLIENT_SECRET, AADHAAR_PDF, RETURN_CODE, RETURN_STATE, RETURN_ERROR))
                .toList();
    }

    static DeepvueConfig from(Settings settings) {
        return new DeepvueConfig(
                HttpSettings.from(BASE_URL, settings),
                settings.get(CLIENT_ID),
                settings.get(CLIENT_SECRET),
                settings.get(AADHAAR_PDF).equals(YES),
                words(settings.get(RETURN_CODE)),
                words(settings.get(RETURN_STATE)),
                words(settings.get(RETURN_ERROR)));
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> named(Setting<String> setting, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(setting.key() + " must name at least one parameter");
        }
        return List.copyOf(names);
    }
}
