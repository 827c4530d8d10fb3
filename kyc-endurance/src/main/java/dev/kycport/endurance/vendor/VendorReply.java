package dev.kycport.endurance.vendor;

/**
 * A reply on Deepvue's wire format.
 *
 * @param call the call as it is recorded
 */
record VendorReply(RecordedCall call, int status, String body) {

    /** The reply of a vendor whose source is down; nothing was carried out. */
    VendorReply sourceDown() {
        return new VendorReply(call.notEffective(), 500, errorBody(500, "SOURCE_FAILURE", "Source is down"));
    }

    static VendorReply ok(RecordedCall call, String rest) {
        return new VendorReply(call, 200, successBody(call.reference(), rest));
    }

    static VendorReply refused(RecordedCall call, int status, String subCode, String message) {
        return new VendorReply(call, status, errorBody(status, subCode, message));
    }

    private static String successBody(String transaction, String rest) {
        return "{\"code\":200,\"timestamp\":1767225600000,\"transaction_id\":\"" + transaction
                + "\",\"sub_code\":\"SUCCESS\",\"message\":\"Done.\"" + rest + "}";
    }

    private static String errorBody(int status, String subCode, String message) {
        return "{\"code\":" + status + ",\"timestamp\":1767225600000,\"transaction_id\":\"none\",\"sub_code\":\""
                + subCode + "\",\"message\":\"" + message + "\"}";
    }
}
