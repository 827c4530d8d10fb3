package dev.kycport.endurance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kycport.domain.SessionId;
import dev.kycport.endurance.user.ServiceDriver;
import dev.kycport.endurance.user.SimulatedUser;
import dev.kycport.endurance.user.StepListener;
import dev.kycport.endurance.user.TestSubject;
import dev.kycport.endurance.user.UserHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The job of one worker process, stored as JSON.
 *
 * @param configuration the path of the configuration file
 * @param clockOffsetMillis how far the clock is set forward
 * @param firstNumber the number of the first new user
 * @param resumedSessions sessions that earlier processes left unfinished
 * @param drain whether to finish the resumed sessions without new users
 */
record WorkerJob(
        String configuration,
        long clockOffsetMillis,
        long seed,
        int threads,
        int firstNumber,
        List<ResumedSession> resumedSessions,
        boolean drain) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An unfinished session and the number of its subject. */
    record ResumedSession(int number, String session) {

        SimulatedUser user(ServiceDriver driver, StepListener listener) {
            SimulatedUser user = new SimulatedUser(new TestSubject(number), driver, listener);
            user.resume(new SessionId(session));
            return user;
        }
    }

    static List<ResumedSession> resumedSessions(List<UserHistory> histories) {
        return histories.stream()
                .flatMap(history -> history.session().stream()
                        .map(id -> new ResumedSession(history.subject().number(), id.value())))
                .toList();
    }

    Path write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
        return file;
    }

    static WorkerJob read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), WorkerJob.class);
    }
}
