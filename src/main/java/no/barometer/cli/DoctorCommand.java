package no.barometer.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import no.barometer.job.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether an installation can run. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at folders, rights, disk, clock, time zone and database, and says what to do;"
                + " status 1 where something is wrong.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Options options = new Options();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<Doctor.Finding> findings = new Doctor(options.settings(), Clock.systemUTC()).findings();
        PrintWriter out = spec.commandLine().getOut();
        for (Doctor.Finding one : findings) {
            if (!one.well() || !options.quiet) {
                out.printf("%-5s %-12s %s%n", one.well() ? "ok" : "wrong", one.what(), one.found());
            }
            if (!one.well()) {
                out.printf("%18s %s%n", "", one.advice());
            }
        }
        out.flush();
        return findings.stream().allMatch(Doctor.Finding::well) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
