package dev.kycport.host.cli;

import dev.kycport.domain.Flow;
import dev.kycport.host.cli.ScriptedPerson.Line;
import java.util.List;

/** The three stories of the demo, and what Asha does in each. */
enum DemoChapter {
    DIRECT_OTP(
            Flow.DIRECT_OTP,
            "Asha gives her number, and a code comes to her phone. On the way she mistypes it once.",
            Script.agrees("Asha reads what she is asked to agree to."),
            Script.number("Her Aadhaar number is typed without echo, checked digit by digit, and never kept."),
            new Line(Question.OTP, "Her phone buzzes: six digits from UIDAI. She mistypes one.", "123457"),
            new Line(Question.OTP, "She looks again.", Script.RIGHT_CODE)),
    CAPTCHA_OTP(
            Flow.CAPTCHA_OTP,
            "The same, with a picture puzzle before the code is sent. She misreads the first picture.",
            Script.agrees("Asha agrees to this one, too: every session has a consent of its own."),
            Script.number("She types the same number."),
            new Line(Question.CAPTCHA, "She opens the picture and takes a 2 for a Z.", "KYC4Z"),
            new Line(Question.CAPTCHA, "A new picture is there, and this one is clear.", "KYC43"),
            new Line(Question.OTP, "Her phone buzzes again.", Script.RIGHT_CODE)),
    DIGILOCKER(
            Flow.DIGILOCKER,
            "No number and no code: Asha lets us fetch documents that she keeps in DigiLocker.",
            Script.agrees("The notice names the documents we would like to see."),
            new Line(
                    Question.RETURN_URL,
                    "She opens the address in her browser, signs in at DigiLocker, shares all three, and is sent back.",
                    "https://localhost/kyc/return?code=granted&state={state}"));

    private final Flow flow;
    private final String plot;
    private final List<Line> script;

    DemoChapter(Flow flow, String plot, Line... script) {
        this.flow = flow;
        this.plot = plot;
        this.script = List.of(script);
    }

    Flow flow() {
        return flow;
    }

    /** What is going to happen, in a sentence or two. */
    String plot() {
        return plot;
    }

    List<Line> script() {
        return script;
    }

    /** Lines that stand in several chapters. */
    private static final class Script {

        static final String RIGHT_CODE = "123456";

        static Line agrees(String meanwhile) {
            return new Line(Question.CONSENT, meanwhile, "y");
        }

        static Line number(String meanwhile) {
            return new Line(Question.AADHAAR, meanwhile, "9999 4105 7058");
        }
    }
}
