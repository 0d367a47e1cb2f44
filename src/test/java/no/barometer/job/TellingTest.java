package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Configurations;
import no.barometer.publish.RunNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TellingTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Configuration.Tell tell(String... more) {
        Map<String, String> keys = new LinkedHashMap<>(Map.of(
                "tell.mail.host", "127.0.0.1",
                "tell.mail.port", String.valueOf(server.getSmtp().getPort()),
                "tell.mail.to", "anne@example.no, bo@example.no"));
        for (int i = 0; i < more.length; i += 2) {
            keys.put(more[i], more[i + 1]);
        }
        return Configurations.read(keys).tell();
    }

    private static RunNote note(String status, String release) {
        return new RunNote(
                "run-7",
                "2026-11-02T06:00:00Z",
                "2026-11-02T06:00:09Z",
                3,
                1,
                2,
                0,
                70,
                release,
                List.of(),
                0,
                status,
                "",
                Map.of("load", 1.5),
                "");
    }

    @Test
    void sendsAMailAboutRejectedDeliveriesToEveryReceiver() throws Exception {
        new Telling(tell()).ended(note("rejected", "2026-11"), folder);
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo("Barometer: run-7: 1 deliveries rejected");
        assertThat(GreenMailUtil.getBody(mails[0])).contains("3 loaded, 1 rejected, 70 rows", folder.toString());
    }

    @Test
    void tellsOnlyWhatIsAskedFor() {
        new Telling(tell()).ended(note("done", "2026-11"), folder);
        new Telling(tell("tell.about", "rejected")).failed("The disk is full", folder);
        assertThat(server.getReceivedMessages()).isEmpty();
        new Telling(tell("tell.about", "released")).ended(note("done", "2026-11"), folder);
        new Telling(tell()).failed("The disk is full", folder);
        assertThat(server.getReceivedMessages()).hasSize(4);
    }

    @Test
    void runsTheOperatorsCommandWithSubjectAndFolder() throws Exception {
        Path script = Files.writeString(folder.resolve("tell.sh"), "printf '%s|' \"$@\" > " + folder + "/told\n");
        new Telling(tell("tell.command", "sh " + script + " -x", "tell.mail.host", ""))
                .failed("The disk is full", folder);
        assertThat(Files.readString(folder.resolve("told")))
                .isEqualTo("-x|the run failed|" + folder.resolve("reports/latest") + "|");
    }

    @Test
    void failsNothingWhereNobodyCanBeTold() {
        new Telling(tell("tell.mail.port", "1", "tell.command", "no-such-command")).failed("x", folder);
        assertThat(server.getReceivedMessages()).isEmpty();
    }
}
