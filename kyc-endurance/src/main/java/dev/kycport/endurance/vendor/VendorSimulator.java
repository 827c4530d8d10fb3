package dev.kycport.endurance.vendor;

import dev.kycport.domain.ProviderCall;
import dev.kycport.endurance.user.TestSecrets;
import dev.kycport.endurance.user.TestSubject;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Answers as Deepvue would, with a unique reference for each code and session. Thread-safe. */
final class VendorSimulator {

    private static final String IMAGE =
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB"
                    + "AQEBAQH/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z";
    private static final String VERIFY_OTP_DATA = """
            ,"data":{"address":{"careOf":"C/O Test Guardian","country":"India","district":"Test District","house":"1",\
            "pin":"560001","state":"Karnataka","street":"1st Main","vtc":"Test City"},"dateOfBirth":"01-02-1990",\
            "gender":"F","maskedNumber":"xxxx-xxxx-7058","name":"Asha Test Rao","photo":"%s"}""".formatted(IMAGE);
    private static final String E_AADHAAR_DATA = """
            ,"data":{"masked_uid":"xxxxxxxx7058","proof_of_identity":{"dob":"01-02-1990","gender":"F",\
            "name":"Asha Test Rao"},"proof_of_address":{"care_of":"C/O Test Guardian","house":"1","vtc":"Test City",\
            "pincode":"560001","state":"Karnataka","country":"India"},"photo":"%s"}""".formatted(IMAGE);

    private final Map<String, TestSubject> subjectsByReference = new ConcurrentHashMap<>();
    private final AtomicLong referenceCounter = new AtomicLong();
    private final VendorCallLog callLog;
    private final InstantSource time;

    VendorSimulator(VendorCallLog callLog, InstantSource time) {
        this.callLog = callLog;
        this.time = time;
    }

    VendorReply answer(VendorRequest request) {
        return switch (request.path()) {
            case "/v1/ekyc/aadhaar/connect" -> connect(request);
            case "/v1/ekyc/aadhaar/reload-captcha" -> reload(request);
            case "/v1/ekyc/aadhaar/generate-otp" -> sendAfterCaptcha(request);
            case "/v2/ekyc/aadhaar/generate-otp" -> send(request);
            case "/v1/ekyc/aadhaar/verify-otp" -> verify(request, request.value("session_id"));
            case "/v2/ekyc/aadhaar/verify-otp" -> verify(request, request.value("reference_id"));
            case "/v1/kyc/digilocker/initiate-session" -> initiateSession(request);
            case "/v1/kyc/digilocker/access-token" -> accessToken(request);
            case "/v1/kyc/digilocker/eaadhaar" -> eAadhaar(request);
            default -> {
                callLog.recordUnknown("a call to " + request.path());
                yield VendorReply.refused(
                        record(request, ProviderCall.CONNECT, "none").notEffective(), 404, "NOT_FOUND", "?");
            }
        };
    }

    private VendorReply connect(VendorRequest request) {
        RecordedCall call = newReference(request, ProviderCall.CONNECT);
        return VendorReply.ok(
                call, ",\"data\":{\"session_id\":\"" + call.reference() + "\",\"captcha\":\"" + IMAGE + "\"}");
    }

    private VendorReply reload(VendorRequest request) {
        return VendorReply.ok(
                existingReference(request, ProviderCall.RELOAD_CAPTCHA, request.value("session_id")),
                ",\"data\":{\"captcha\":\"" + IMAGE + "\"}");
    }

    private VendorReply sendAfterCaptcha(VendorRequest request) {
        RecordedCall call = existingReference(request, ProviderCall.SEND_CODE, request.value("session_id"));
        return request.value("captcha").equals(TestSecrets.CAPTCHA)
                ? VendorReply.ok(call, "")
                : VendorReply.refused(call.notEffective(), 400, "INVALID_INPUT", "Invalid Captcha");
    }

    private VendorReply send(VendorRequest request) {
        RecordedCall call = newReference(request, ProviderCall.SEND_CODE);
        return VendorReply.ok(call, ",\"reference_id\":\"" + call.reference() + "\"");
    }

    private VendorReply verify(VendorRequest request, String reference) {
        RecordedCall call = existingReference(request, ProviderCall.VERIFY_CODE, reference);
        return request.value("otp").equals(TestSecrets.CODE)
                ? VendorReply.ok(call, VERIFY_OTP_DATA)
                : VendorReply.refused(call, 400, "INVALID_INPUT", "OTP entered is invalid");
    }

    private VendorReply initiateSession(VendorRequest request) {
        RecordedCall call = newReference(request, ProviderCall.OFFER_AUTHORIZATION);
        return VendorReply.ok(
                call,
                ",\"data\":{\"authorization_url\":\"https://digilocker.invalid/?state=" + call.reference() + "\"}");
    }

    private VendorReply accessToken(VendorRequest request) {
        return VendorReply.ok(
                existingReference(
                        request, ProviderCall.TAKE_UP_AUTHORIZATION, request.value("initial_deepvue_transaction_id")),
                ",\"data\":{\"digilockerid\":\"00000000-0000\",\"name\":\"Asha Test Rao\"}");
    }

    private VendorReply eAadhaar(VendorRequest request) {
        return VendorReply.ok(
                existingReference(
                        request, ProviderCall.COLLECT_DOCUMENTS, request.value("initial_deepvue_transaction_id")),
                E_AADHAAR_DATA);
    }

    private RecordedCall newReference(VendorRequest request, ProviderCall call) {
        String reference = "ref-" + referenceCounter.incrementAndGet();
        subjectsByReference.put(reference, request.subject());
        return record(request, call, reference);
    }

    private RecordedCall existingReference(VendorRequest request, ProviderCall call, String reference) {
        if (!request.subject().equals(subjectsByReference.get(reference))) {
            callLog.recordUnknown(call.code() + " for " + request.subject() + " about " + reference
                    + ", which belongs to another subject");
        }
        return record(request, call, reference);
    }

    private RecordedCall record(VendorRequest request, ProviderCall call, String reference) {
        return new RecordedCall(
                time.instant(), request.subject(), call, request.value("aadhaar_number"), reference, true);
    }
}
