package dev.kycport.host.cli.demo;

import dev.kycport.domain.Flow;
import dev.kycport.host.cli.demo.ScriptedRespondent.ScriptedAnswer;
import dev.kycport.host.cli.option.Question;
import java.util.List;

/** The three stories of the demo, and what Asha does in each. */
enum DemoScenario {
    DIRECT_OTP(
            Flow.DIRECT_OTP,
            "Asha gives her number, and a code comes to her phone. On the way she mistypes it once.",
            CommonAnswers.consent("Asha reads what she is asked to agree to."),
            CommonAnswers.number("Her Aadhaar number is typed without echo, checked digit by digit, and never kept."),
            new ScriptedAnswer(Question.OTP, "Her phone buzzes: six digits from UIDAI. She mistypes one.", "123457"),
            new ScriptedAnswer(Question.OTP, "She looks again.", CommonAnswers.RIGHT_CODE)),
    CAPTCHA_OTP(
            Flow.CAPTCHA_OTP,
            "The same, with a picture puzzle before the code is sent. She misreads the first picture.",
            CommonAnswers.consent("Asha agrees to this one, too: every session has a consent of its own."),
            CommonAnswers.number("She types the same number."),
            new ScriptedAnswer(Question.CAPTCHA, "She opens the picture and takes a 2 for a Z.", "KYC4Z"),
            new ScriptedAnswer(Question.CAPTCHA, "A new picture is there, and this one is clear.", "KYC43"),
            new ScriptedAnswer(Question.OTP, "Her phone buzzes again.", CommonAnswers.RIGHT_CODE)),
    DIGILOCKER(
            Flow.DIGILOCKER,
            "No number and no code: Asha lets us fetch documents that she keeps in DigiLocker.",
            CommonAnswers.consent("The notice names the documents we would like to see."),
            new ScriptedAnswer(
                    Question.RETURN_URL,
                    "She opens the address in her browser, signs in at DigiLocker, shares all three, and is sent back.",
                    "https://localhost/kyc/return?code=granted&state={state}"));

    private final Flow flow;
    private final String summary;
    private final List<ScriptedAnswer> answers;

    DemoScenario(Flow flow, String summary, ScriptedAnswer... answers) {
        this.flow = flow;
        this.summary = summary;
        this.answers = List.of(answers);
    }

    Flow flow() {
        return flow;
    }

    /** What is going to happen, in a sentence or two. */
    String summary() {
        return summary;
    }

    List<ScriptedAnswer> answers() {
        return answers;
    }

    /** Lines that stand in several chapters. */
    private static final class CommonAnswers {

        static final String RIGHT_CODE = "123456";

        static ScriptedAnswer consent(String narration) {
            return new ScriptedAnswer(Question.CONSENT, narration, "y");
        }

        static ScriptedAnswer number(String narration) {
            return new ScriptedAnswer(Question.AADHAAR, narration, "9999 4105 7058");
        }
    }
}
