package no.barometer.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.job.Progress;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;

/** Progress and faults as a person reads them: one changing line on a terminal, plain lines elsewhere. */
final class Terminal implements Progress {
    private static final long PLAIN_EVERY_NANOS = 10_000_000_000L;

    private final PrintWriter out;
    private final boolean interactive;
    private final boolean quiet;
    private String step = "";
    private int count;
    private int done;
    private long lastLine;

    Terminal(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
        this.interactive = terminal();
    }

    /** Whether a person looks on; from Java 22 on a console is always there, and must be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        return System.console() != null && !"dumb".equals(System.getenv("TERM"));
    }

    @Override
    public synchronized void begin(String name, int things) {
        step = name;
        count = things;
        done = 0;
        lastLine = System.nanoTime();
    }

    @Override
    public synchronized void done(String what) {
        done++;
        if (quiet || count == 0) {
            return;
        }
        if (interactive) {
            out.printf("\r%-8s %d of %d  %-50.50s", step, done, count, what);
            out.flush();
        } else if (System.nanoTime() - lastLine > PLAIN_EVERY_NANOS) {
            lastLine = System.nanoTime();
            out.printf("%s %d of %d%n", step, done, count);
            out.flush();
        }
    }

    @Override
    public synchronized void end() {
        if (!quiet && interactive && count > 0) {
            out.printf("\r%-80s\r", "");
            out.flush();
        }
        count = 0;
    }

    /** Errors first, each with its place, what to do, and its code. */
    void problems(List<Problem> problems) {
        problems(problems, Integer.MAX_VALUE);
    }

    /** The same, but of each kind no more than so many: the others are counted. */
    void problems(List<Problem> problems, int most) {
        for (boolean errors : new boolean[] {true, false}) {
            String severity = errors ? "error  " : "warning";
            Map<Kind, Integer> counts = new LinkedHashMap<>();
            for (Problem problem : problems) {
                if (problem.isError() == errors && counts.merge(problem.kind(), 1, Integer::sum) <= most) {
                    out.printf("%s %s%n", severity, printable(problem.at().toString()));
                    out.printf(
                            "        %s [%s]%n",
                            printable(problem.message()), problem.kind().code());
                }
            }
            counts.forEach((kind, count) -> {
                if (count > most) {
                    out.printf("%s %d more like these [%s]%n", severity, count - most, kind.code());
                }
            });
        }
        out.flush();
    }

    void line(String format, Object... values) {
        if (!quiet) {
            out.printf(format + "%n", values);
            out.flush();
        }
    }

    /** {@code 1 table}, {@code 2 tables}, {@code 2 deliveries}. */
    static String count(long number, String noun) {
        String several = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : several);
    }

    /** Control characters of a delivery do not reach the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "·");
    }
}
