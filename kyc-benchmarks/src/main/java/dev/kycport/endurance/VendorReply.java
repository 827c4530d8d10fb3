package dev.kycport.endurance;

/**
 * What the vendor answers.
 *
 * @param told what it did
 */
record VendorReply(Sighting told, int status, String body) {

    /** Not done, since the source is down. */
    VendorReply sourceDown() {
        return new VendorReply(told.inVain(), 500, said(500, "SOURCE_FAILURE", "Source is down"));
    }

    static VendorReply ok(Sighting told, String rest) {
        return new VendorReply(told, 200, success(told.reference(), rest));
    }

    static VendorReply refused(Sighting told, int status, String subCode, String message) {
        return new VendorReply(told, status, said(status, subCode, message));
    }

    private static String success(String transaction, String rest) {
        return "{\"code\":200,\"timestamp\":1767225600000,\"transaction_id\":\"" + transaction
                + "\",\"sub_code\":\"SUCCESS\",\"message\":\"Done.\"" + rest + "}";
    }

    private static String said(int status, String subCode, String message) {
        return "{\"code\":" + status + ",\"timestamp\":1767225600000,\"transaction_id\":\"none\",\"sub_code\":\""
                + subCode + "\",\"message\":\"" + message + "\"}";
    }
}
