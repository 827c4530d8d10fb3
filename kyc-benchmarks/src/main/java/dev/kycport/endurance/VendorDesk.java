package dev.kycport.endurance;

import dev.kycport.domain.ProviderCall;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What Deepvue would answer, with a name of its own for everything it hands out. Safe for use by many threads. */
final class VendorDesk {

    private static final String PIXEL =
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";
    private static final String PERSON = """
            ,"data":{"address":{"careOf":"C/O Test Guardian","country":"India","district":"Test District","house":"1",\
            "pin":"560001","state":"Karnataka","street":"1st Main","vtc":"Test City"},"dateOfBirth":"01-02-1990",\
            "gender":"F","maskedNumber":"xxxx-xxxx-7058","name":"Asha Test Rao","photo":"%s"}""".formatted(PIXEL);
    private static final String E_AADHAAR = """
            ,"data":{"masked_uid":"xxxxxxxx7058","proof_of_identity":{"dob":"01-02-1990","gender":"F",\
            "name":"Asha Test Rao"},"proof_of_address":{"care_of":"C/O Test Guardian","house":"1","vtc":"Test City",\
            "pincode":"560001","state":"Karnataka","country":"India"},"photo":"%s"}""".formatted(PIXEL);

    private final Map<String, Subject> issued = new ConcurrentHashMap<>();
    private final AtomicLong names = new AtomicLong();
    private final Sightings sightings;
    private final InstantSource time;

    VendorDesk(Sightings sightings, InstantSource time) {
        this.sightings = sightings;
        this.time = time;
    }

    VendorReply answer(VendorRequest asked) {
        return switch (asked.path()) {
            case "/v1/ekyc/aadhaar/connect" -> connect(asked);
            case "/v1/ekyc/aadhaar/reload-captcha" -> reload(asked);
            case "/v1/ekyc/aadhaar/generate-otp" -> sendAfterCaptcha(asked);
            case "/v2/ekyc/aadhaar/generate-otp" -> send(asked);
            case "/v1/ekyc/aadhaar/verify-otp" -> verify(asked, asked.value("session_id"));
            case "/v2/ekyc/aadhaar/verify-otp" -> verify(asked, asked.value("reference_id"));
            case "/v1/kyc/digilocker/initiate-session" -> offer(asked);
            case "/v1/kyc/digilocker/access-token" -> access(asked);
            case "/v1/kyc/digilocker/eaadhaar" -> collect(asked);
            default -> {
                sightings.wonder("a call to " + asked.path());
                yield VendorReply.refused(
                        seen(asked, ProviderCall.CONNECT, "none").inVain(), 404, "NOT_FOUND", "?");
            }
        };
    }

    private VendorReply connect(VendorRequest asked) {
        Sighting seen = first(asked, ProviderCall.CONNECT);
        return VendorReply.ok(
                seen, ",\"data\":{\"session_id\":\"" + seen.reference() + "\",\"captcha\":\"" + PIXEL + "\"}");
    }

    private VendorReply reload(VendorRequest asked) {
        return VendorReply.ok(
                about(asked, ProviderCall.RELOAD_CAPTCHA, asked.value("session_id")),
                ",\"data\":{\"captcha\":\"" + PIXEL + "\"}");
    }

    private VendorReply sendAfterCaptcha(VendorRequest asked) {
        Sighting seen = about(asked, ProviderCall.SEND_CODE, asked.value("session_id"));
        return asked.value("captcha").equals(Secrets.CAPTCHA)
                ? VendorReply.ok(seen, "")
                : VendorReply.refused(seen.inVain(), 400, "INVALID_INPUT", "Invalid Captcha");
    }

    private VendorReply send(VendorRequest asked) {
        Sighting seen = first(asked, ProviderCall.SEND_CODE);
        return VendorReply.ok(seen, ",\"reference_id\":\"" + seen.reference() + "\"");
    }

    private VendorReply verify(VendorRequest asked, String reference) {
        Sighting seen = about(asked, ProviderCall.VERIFY_CODE, reference);
        return asked.value("otp").equals(Secrets.CODE)
                ? VendorReply.ok(seen, PERSON)
                : VendorReply.refused(seen, 400, "INVALID_INPUT", "OTP entered is invalid");
    }

    private VendorReply offer(VendorRequest asked) {
        Sighting seen = first(asked, ProviderCall.OFFER_AUTHORIZATION);
        return VendorReply.ok(
                seen,
                ",\"data\":{\"authorization_url\":\"https://digilocker.invalid/?state=" + seen.reference() + "\"}");
    }

    private VendorReply access(VendorRequest asked) {
        return VendorReply.ok(
                about(asked, ProviderCall.TAKE_UP_AUTHORIZATION, asked.value("initial_deepvue_transaction_id")),
                ",\"data\":{\"digilockerid\":\"00000000-0000\",\"name\":\"Asha Test Rao\"}");
    }

    private VendorReply collect(VendorRequest asked) {
        return VendorReply.ok(
                about(asked, ProviderCall.COLLECT_DOCUMENTS, asked.value("initial_deepvue_transaction_id")), E_AADHAAR);
    }

    private Sighting first(VendorRequest asked, ProviderCall call) {
        String reference = "ref-" + names.incrementAndGet();
        issued.put(reference, asked.subject());
        return seen(asked, call, reference);
    }

    private Sighting about(VendorRequest asked, ProviderCall call, String reference) {
        if (!asked.subject().equals(issued.get(reference))) {
            sightings.wonder(call.code() + " for " + asked.subject() + " about " + reference + ", which is not theirs");
        }
        return seen(asked, call, reference);
    }

    private Sighting seen(VendorRequest asked, ProviderCall call, String reference) {
        return new Sighting(time.instant(), asked.subject(), call, asked.value("aadhaar_number"), reference, true);
    }
}
