import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SplittableRandom;

/**
 * Writes an archive of small deliveries: {@code Archive FOLDER SURVEYS WAVES [MOST [MONTHS]]}, where no more than {@code MOST}
 * of the deliveries are written. The survey {@code new} has nine waves, whatever the archive; {@code FOLDER/month/1},
 * {@code 2} and so on hold its tenth wave, the next, and so on: one without {@code MONTHS}.
 */
final class Archive {
    private static final YearMonth FIRST = YearMonth.of(2012, 1);
    private static final int RESPONDENTS = 40;
    private static final int NEW = 9;
    private static final String DEFINITION = """
        survey: %1$s
        title: {nb: Undersøkelse %1$s, en: Survey %1$s}
        unit: persons
        reliability: off
        disclosure: off
        design: {weight: weight, stratum: stratum, psu: psu}
        deliveries:
          - {files: "%1$s/%1$s-{wave}.csv", layout: microdata, locale: en}
        questions:
          q1: {text: How satisfied, column: q1, scale: 1-5}
        breakdowns:
          gender: {column: gender, groups: [Women, Men]}
        """;

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int surveys = Integer.parseInt(args[1]);
        int waves = Integer.parseInt(args[2]);
        int most = args.length > 3 ? Integer.parseInt(args[3]) : Integer.MAX_VALUE;
        int months = args.length > 4 ? Integer.parseInt(args[4]) : 1;
        survey(folder, "new", NEW);
        for (int month = 1; month <= months; month++) {
            respondents(folder.resolve("month/" + month), "new", NEW + month - 1);
        }
        for (int s = 0, left = most - NEW; s < surveys; s++, left -= waves) {
            survey(folder, String.format("s%04d", s), Math.max(0, Math.min(waves, left)));
        }
    }

    private static void survey(Path folder, String id, int waves) throws IOException {
        Files.createDirectories(folder.resolve("jobs"));
        Files.writeString(folder.resolve("jobs").resolve(id + ".yaml"), DEFINITION.formatted(id));
        for (int w = 0; w < waves; w++) {
            respondents(folder.resolve("input"), id, w);
        }
    }

    private static void respondents(Path input, String id, int wave) throws IOException {
        SplittableRandom random = new SplittableRandom(id.hashCode() * 1_000L + wave);
        StringBuilder text = new StringBuilder("weight,stratum,psu,gender,q1\n");
        for (int i = 0; i < RESPONDENTS; i++) {
            text.append(random.nextInt(500_000, 2_000_000) / 1e6)
                    .append(",h").append(i % 2)
                    .append(",c").append(i % 8)
                    .append(random.nextBoolean() ? ",Women," : ",Men,")
                    .append(random.nextInt(1, 6))
                    .append('\n');
        }
        Path file = input.resolve(id).resolve(id + "-" + FIRST.plusMonths(wave) + ".csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
}
