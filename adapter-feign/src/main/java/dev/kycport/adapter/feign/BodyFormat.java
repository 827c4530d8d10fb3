package dev.kycport.adapter.feign;

/** The format of a request body. */
public enum BodyFormat {
    JSON("application/json"),
    /** The fields, percent-encoded like an HTML form. */
    FORM("application/x-www-form-urlencoded");

    private final String contentType;

    BodyFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The value of the {@code Content-Type} header. */
    String contentType() {
        return contentType;
    }
}
