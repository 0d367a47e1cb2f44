package no.barometer.warehouse;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Wave;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys of one survey's waves; a wave whose period was declared anew gets the new one. */
final class WaveDimension {
    private final JdbcTemplate jdbc;
    private final Batch batch;
    private final int surveyKey;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, Wave> known = new HashMap<>();

    WaveDimension(JdbcTemplate jdbc, int surveyKey) {
        this.jdbc = jdbc;
        this.batch = new Batch(jdbc);
        this.surveyKey = surveyKey;
    }

    void ensure(Collection<Wave> waves) {
        if (waves.stream().allMatch(wave -> wave.equals(known.get(wave.id())))) {
            return;
        }
        load();
        Map<String, Wave> missing = new LinkedHashMap<>();
        List<Wave> changed = new ArrayList<>();
        for (Wave wave : waves) {
            Wave before = known.get(wave.id());
            if (before == null) {
                missing.put(wave.id(), wave);
            } else if (!before.equals(wave)) {
                changed.add(wave);
            }
        }
        List<Wave> added = List.copyOf(missing.values());
        List<Integer> given = added.isEmpty() ? List.of() : batch.insert("insert_wave", "wave_key", added, this::bind);
        for (int i = 0; i < given.size(); i++) {
            keys.put(added.get(i).id(), given.get(i));
            known.put(added.get(i).id(), added.get(i));
        }
        batch.run("update_wave", changed, this::bind);
        changed.forEach(wave -> known.put(wave.id(), wave));
    }

    /** The same for waves of which a published table tells the first day only. */
    void ensureStarts(Map<String, LocalDate> starts) {
        if (!known.keySet().containsAll(starts.keySet())) {
            load();
        }
        List<Wave> waves = new ArrayList<>();
        starts.forEach((id, start) -> {
            Wave before = known.get(id);
            LocalDate end = before == null || before.end().isBefore(start) ? start : before.end();
            waves.add(new Wave(id, start, end));
        });
        ensure(waves);
    }

    int key(String wave) {
        Integer key = keys.get(wave);
        if (key == null) {
            throw new IllegalArgumentException("wave " + wave + " is not among the waves given");
        }
        return key;
    }

    Map<Integer, Wave> wavesByKey() {
        load();
        Map<Integer, Wave> waves = new HashMap<>();
        known.forEach((id, wave) -> waves.put(key(id), wave));
        return waves;
    }

    private void bind(PreparedStatement row, Wave wave) throws SQLException {
        row.setObject(1, wave.start());
        row.setObject(2, wave.end());
        row.setInt(3, surveyKey);
        row.setString(4, wave.id());
    }

    private void load() {
        jdbc.query(
                Sql.of("wave_keys"),
                row -> {
                    Wave wave = new Wave(
                            row.getString(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class));
                    keys.put(wave.id(), row.getInt(1));
                    known.put(wave.id(), wave);
                },
                surveyKey);
    }
}
