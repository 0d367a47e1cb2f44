package no.barometer.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Secrets;
import no.barometer.publish.RunNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Tells an operator how a run ended, by mail or a command. What cannot be told is logged, and fails nothing. */
public final class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final String TIMEOUT_MILLIS = "10000";
    private static final long COMMAND_SECONDS = 60;

    private final Configuration.Tell tell;

    public Telling(Configuration.Tell tell) {
        this.tell = tell;
    }

    /**
     * Tells of a run that came to its end.
     *
     * @param output where reports are
     */
    public void ended(RunNote note, Path output) {
        Path report = output.resolve("reports").resolve(note.run());
        boolean rejected = note.status().equals("rejected") && tell.about().contains("rejected");
        boolean released = !note.release().isEmpty() && tell.about().contains("released");
        if (rejected) {
            tell(note.run() + ": " + note.rejected() + " deliveries rejected", note.text(), report);
        } else if (released) {
            tell(note.run() + ": published " + note.release(), note.text(), report);
        }
    }

    /**
     * Tells of a run that failed.
     *
     * @param output where reports are
     */
    public void failed(String why, Path output) {
        if (tell.about().contains("failed")) {
            tell("the run failed", why + "\n", output.resolve("reports").resolve("latest"));
        }
    }

    private void tell(String subject, String text, Path report) {
        if (!tell.mail().host().isEmpty() && !tell.mail().to().isEmpty()) {
            mail(subject, text + "report      " + report + "\n");
        }
        if (!tell.command().isEmpty()) {
            command(subject, report);
        }
    }

    private void mail(String subject, String text) {
        Configuration.Mail mail = tell.mail();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        Properties properties = sender.getJavaMailProperties();
        for (String what : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + what, TIMEOUT_MILLIS);
        }
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(mail.starttls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(mail.starttls()));
        if (!mail.user().isEmpty()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(mail.user());
            sender.setPassword(Secrets.of("tell.mail", mail.password(), mail.passwordFile()));
        }
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(mail.from());
        message.setTo(mail.to().toArray(String[]::new));
        message.setSubject("Barometer: " + subject);
        message.setText(text);
        try {
            sender.send(message);
        } catch (MailException notSent) {
            LOG.error("no mail could be sent by {}:{}: {}", mail.host(), mail.port(), notSent.getMessage());
        }
    }

    /** Words of the command stand between spaces; the subject and the report's folder are its last two arguments. */
    private void command(String subject, Path report) {
        List<String> words =
                new java.util.ArrayList<>(List.of(tell.command().strip().split("\\s+")));
        words.add(subject);
        words.add(report.toString());
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.error("{} did not end within {} s", words.get(0), COMMAND_SECONDS);
            } else if (process.exitValue() != 0) {
                LOG.error("{} ended with status {}", words.get(0), process.exitValue());
            }
        } catch (IOException notThere) {
            LOG.error("the command cannot be run: {}", notThere.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
