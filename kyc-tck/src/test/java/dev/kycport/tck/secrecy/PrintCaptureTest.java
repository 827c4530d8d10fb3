package dev.kycport.tck.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PrintCaptureTest {

    @Test
    void two_that_overlap_hear_what_is_theirs_and_leave_the_streams_as_they_were() {
        PrintStream out = System.out;
        PrintStream err = System.err;

        PrintCapture first = PrintCapture.start();
        PrintCapture second = PrintCapture.start();
        System.out.println("to both");
        first.close();
        System.err.println("to the second");
        second.close();

        assertThat(first.text()).contains("to both").doesNotContain("to the second");
        assertThat(second.text()).contains("to both", "to the second");
        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
    }
}
