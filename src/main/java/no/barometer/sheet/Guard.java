package no.barometer.sheet;

import java.util.List;
import java.util.function.Consumer;
import no.barometer.problem.Problem;

/** Keeps what the caller's own code throws apart from what damaged files make the readers throw. */
final class Guard {
    private Guard() {}

    /** An exception of the caller's code on its way through a reader. */
    static final class Passing extends RuntimeException {
        private final RuntimeException original;

        Passing(RuntimeException original) {
            super(null, original, false, false);
            this.original = original;
        }

        RuntimeException original() {
            return original;
        }
    }

    static RowSink sink(RowSink sink) {
        return new RowSink() {
            @Override
            public boolean sheet(SheetInfo sheet) {
                try {
                    return sink.sheet(sheet);
                } catch (RuntimeException e) {
                    throw marked(e);
                }
            }

            @Override
            public void row(SourceRow row) {
                try {
                    sink.row(row);
                } catch (RuntimeException e) {
                    throw marked(e);
                }
            }

            @Override
            public void endOfSheet(List<SheetInfo.Region> merged) {
                try {
                    sink.endOfSheet(merged);
                } catch (RuntimeException e) {
                    throw marked(e);
                }
            }
        };
    }

    static Consumer<Problem> problems(Consumer<Problem> problems) {
        return problem -> {
            try {
                problems.accept(problem);
            } catch (RuntimeException e) {
                throw marked(e);
            }
        };
    }

    private static RuntimeException marked(RuntimeException e) {
        return e instanceof Fault || e instanceof Passing ? e : new Passing(e);
    }
}
