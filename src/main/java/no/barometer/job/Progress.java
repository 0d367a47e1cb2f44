package no.barometer.job;

/** Where a run says how far it is. Thread-safe. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step, int count) {}

        @Override
        public void done(String what) {}

        @Override
        public void end() {}
    };

    /** A step with so many things to do begins. */
    void begin(String step, int count);

    /** One of them is done. */
    void done(String what);

    /** The step is over. */
    void end();
}
