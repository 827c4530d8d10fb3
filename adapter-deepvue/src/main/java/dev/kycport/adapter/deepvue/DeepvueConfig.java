package dev.kycport.adapter.deepvue;

import dev.kycport.adapter.feign.HttpSettings;
import dev.kycport.ports.spi.Credential;
import dev.kycport.ports.spi.Setting;
import dev.kycport.ports.spi.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The configuration of Deepvue.
 *
 * @param http base URL, time and size limits
 * @param clientId the header {@code client-id}
 * @param clientSecret the header {@code x-api-key}
 * @param aadhaarPdf whether the e-Aadhaar PDF of DigiLocker is fetched
 * @param codeParameters names of the callback parameter with DigiLocker's code, in order of preference; Deepvue
 *     does not document the name
 * @param stateParameters names of the callback parameter with the state
 * @param errorParameters names of the callback parameter with an error
 */
public record DeepvueConfig(
        HttpSettings http,
        Credential clientId,
        Credential clientSecret,
        boolean aadhaarPdf,
        List<String> codeParameters,
        List<String> stateParameters,
        List<String> errorParameters) {

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
        codeParameters = requireNames(RETURN_CODE, codeParameters);
        stateParameters = requireNames(RETURN_STATE, stateParameters);
        errorParameters = requireNames(RETURN_ERROR, errorParameters);
    }

    static List<Setting<?>> declaredSettings() {
        return Stream.concat(
                        HttpSettings.declaredSettings(BASE_URL).stream(),
                        Stream.of(CLIENT_ID, CLIENT_SECRET, AADHAAR_PDF, RETURN_CODE, RETURN_STATE, RETURN_ERROR))
                .toList();
    }

    static DeepvueConfig from(Settings settings) {
        return new DeepvueConfig(
                HttpSettings.from(BASE_URL, settings),
                settings.get(CLIENT_ID),
                settings.get(CLIENT_SECRET),
                settings.get(AADHAAR_PDF).equals(YES),
                splitList(settings.get(RETURN_CODE)),
                splitList(settings.get(RETURN_STATE)),
                splitList(settings.get(RETURN_ERROR)));
    }

    private static List<String> splitList(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> requireNames(Setting<String> setting, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException(setting.key() + " must name at least one parameter");
        }
        return List.copyOf(names);
    }
}
