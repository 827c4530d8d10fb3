package dev.kycport.app.violation;

/** Prints. */
public final class TalkativeUseCase {

    private TalkativeUseCase() {}

    static void out(String text) {
        System.out.println(text);
    }

    static void err(String text) {
        System.err.println(text);
    }

    static void trace(Exception thrown) {
        thrown.printStackTrace();
    }
}
