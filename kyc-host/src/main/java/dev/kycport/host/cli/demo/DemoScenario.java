package dev.kycport.host.cli.demo;

import dev.kycport.domain.Flow;
import dev.kycport.host.cli.demo.ScriptedRespondent.ScriptedAnswer;
import dev.kycport.host.cli.option.Question;
import java.util.List;

/** The three scenarios of the demo, with scripted answers. */
enum DemoScenario {
    DIRECT_OTP(
            Flow.DIRECT_OTP,
            "Asha enters her number and receives a code on her phone. She mistypes it once.",
            CommonAnswers.consent("Asha reads the consent notice."),
            CommonAnswers.number("Her Aadhaar number is read without echo, validated, and never stored."),
            new ScriptedAnswer(Question.OTP, "Her phone receives six digits from UIDAI. She mistypes one.", "123457"),
            new ScriptedAnswer(Question.OTP, "She corrects it.", CommonAnswers.RIGHT_CODE)),
    CAPTCHA_OTP(
            Flow.CAPTCHA_OTP,
            "The same, with a captcha before the code is sent. She misreads the first image.",
            CommonAnswers.consent("Asha agrees again: every session has its own consent."),
            CommonAnswers.number("She enters the same number."),
            new ScriptedAnswer(Question.CAPTCHA, "She opens the image and reads a 2 as a Z.", "KYC4Z"),
            new ScriptedAnswer(Question.CAPTCHA, "A new image arrives; she reads it correctly.", "KYC43"),
            new ScriptedAnswer(Question.OTP, "Her phone receives another code.", CommonAnswers.RIGHT_CODE)),
    DIGILOCKER(
            Flow.DIGILOCKER,
            "No number and no code: Asha shares documents from DigiLocker.",
            CommonAnswers.consent("The notice lists the requested documents."),
            new ScriptedAnswer(
                    Question.RETURN_URL,
                    "She opens the URL, signs in at DigiLocker, shares all three documents and is sent back.",
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

    String summary() {
        return summary;
    }

    List<ScriptedAnswer> answers() {
        return answers;
    }

    /** Answers that several scenarios share. */
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
