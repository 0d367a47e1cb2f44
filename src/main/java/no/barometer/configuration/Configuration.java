package no.barometer.configuration;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Every key of {@code application.yaml}, with its default. A component is a key: {@code warehouse.passwordFile} is {@code
 * warehouse.password-file}, or {@code BAROMETER_WAREHOUSE_PASSWORD_FILE} in the environment.
 *
 * @param jobs folder of definitions
 * @param input folder of deliveries
 * @param output folder of releases and reports
 * @param threads bundles read at the same time; 0: as many as there are cores
 */
public record Configuration(
        @DefaultValue("jobs") String jobs,
        @DefaultValue("input") String input,
        @DefaultValue("output") String output,
        @DefaultValue("0") int threads,
        @DefaultValue WarehouseAccess warehouse,
        @DefaultValue Site site,
        @DefaultValue Bounds bounds,
        @DefaultValue Schedule schedule,
        @DefaultValue Keep keep,
        @DefaultValue Tell tell,
        @DefaultValue Log log) {
    /** All keys left out. */
    public static final Configuration DEFAULT = Binding.bind(Sources.NONE);

    /**
     * Where the warehouse is.
     *
     * @param url JDBC URL; empty: an embedded H2 file beside the output folder
     * @param user empty: none
     * @param password empty: that of {@code passwordFile}
     * @param passwordFile a file whose first line is the password; empty: none
     * @param lease how long a run on another machine counts as alive after its last sign of life
     */
    public record WarehouseAccess(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String passwordFile,
            @DefaultValue("60s") Duration lease) {
        /** Never the password. */
        @Override
        public String toString() {
            return "WarehouseAccess[user=" + user + "]";
        }
    }

    /** @param url where {@code output/latest} is read by the public; empty: not known */
    public record Site(@DefaultValue("") String url) {}

    /** Bounds on what is read of one file; going over one is a fault of the delivery. */
    public record Bounds(
            @DefaultValue("1GB") DataSize file,
            @DefaultValue("8GB") DataSize expanded,
            @DefaultValue("250") int ratio,
            @DefaultValue("256MB") DataSize ratioFloor,
            @DefaultValue("10000") int entries,
            @DefaultValue("1000") int sheets,
            @DefaultValue("5000000") int rows,
            @DefaultValue("16384") int columns,
            @DefaultValue("500000000") long cells,
            @DefaultValue("1000000") int tableCells,
            @DefaultValue("4000000") int xlsCells,
            @DefaultValue("200000") int mergedRegions,
            @DefaultValue("1000000") int strings,
            @DefaultValue("32MB") DataSize stringsLength,
            @DefaultValue("1MB") DataSize text,
            @DefaultValue("8MB") DataSize record,
            @DefaultValue("100") int xmlDepth,
            @DefaultValue("200") int xmlAttributes,
            @DefaultValue("8MB") DataSize xmlPiece,
            @DefaultValue("600") int seconds) {}

    /**
     * When {@code schedule} runs.
     *
     * @param cron second, minute, hour, day, month, weekday; {@code 1W} is the first working day
     * @param watch whether new files are taken between the times
     * @param rest how long new files must have been left alone
     * @param poll how often {@code input/} is looked at
     * @param address of health and metrics
     * @param port of health and metrics; 0: any free one, -1: none
     */
    public record Schedule(
            @DefaultValue("0 0 6 1W * *") String cron,
            @DefaultValue("Europe/Oslo") ZoneId zone,
            @DefaultValue("true") boolean watch,
            @DefaultValue("30s") Duration rest,
            @DefaultValue("10s") Duration poll,
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("8577") int port) {}

    /** How long what a run leaves is kept; what the newest release rests on always is. */
    public record Keep(
            @DefaultValue("400d") Duration reports,
            @DefaultValue("400d") Duration history) {}

    /**
     * Who is told how a run ended.
     *
     * @param about what is told of: {@code failed}, {@code rejected}, {@code released}
     * @param command run with the report's folder as its last argument; empty: none
     */
    public record Tell(
            @DefaultValue({"failed", "rejected"}) List<String> about,
            @DefaultValue("") String command,
            @DefaultValue Mail mail) {}

    /**
     * Mail by SMTP.
     *
     * @param host empty: no mail
     * @param passwordFile a file whose first line is the password; empty: none
     * @param to addresses
     * @param starttls whether the connection must be encrypted before anything is said
     */
    public record Mail(
            @DefaultValue("") String host,
            @DefaultValue("25") int port,
            @DefaultValue("false") boolean starttls,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("") String passwordFile,
            @DefaultValue("barometer@localhost") String from,
            @DefaultValue({}) List<String> to) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Mail[host=" + host + ", to=" + to + "]";
        }
    }

    /**
     * What goes to standard error.
     *
     * @param level {@code ERROR WARN INFO DEBUG}
     * @param format {@code text}, or {@code json}: one object a line
     */
    public record Log(
            @DefaultValue("WARN") String level,
            @DefaultValue("text") String format) {}
}
