package no.barometer.job;

/** Where a run says how far it is. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void step(String what, int done, int all) {}

        @Override
        public void note(String text) {}
    };

    /** So many of all are done of a step. */
    void step(String what, int done, int all);

    /** Something worth a line. */
    void note(String text);
}
