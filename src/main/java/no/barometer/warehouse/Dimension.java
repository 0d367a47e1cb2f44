package no.barometer.warehouse;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/** The keys of one dimension of one survey: questions, items, answers or groups. */
final class Dimension {
    private final JdbcTemplate jdbc;
    private final String table;
    private final int surveyKey;
    private final Map<Member, Integer> keys = new HashMap<>();

    Dimension(JdbcTemplate jdbc, String table, int surveyKey) {
        this.jdbc = jdbc;
        this.table = table;
        this.surveyKey = surveyKey;
    }

    /** Gives a row to every member that has none. A missing one is looked for again: another process may have added it. */
    void ensure(Collection<Member> members) {
        Set<Member> missing = missing(members);
        if (!missing.isEmpty()) {
            load();
            missing = missing(missing);
        }
        if (!missing.isEmpty()) {
            SqlParameterSource[] rows = missing.stream()
                    .map(member -> new MapSqlParameterSource("survey_key", surveyKey)
                            .addValue("parent", member.parent())
                            .addValue("id", member.id()))
                    .toArray(SqlParameterSource[]::new);
            new NamedParameterJdbcTemplate(jdbc).batchUpdate(Sql.of("insert_" + table), rows);
            load();
        }
    }

    int key(Member member) {
        Integer key = keys.get(member);
        if (key == null) {
            throw new IllegalStateException("no " + table + " " + member);
        }
        return key;
    }

    /** Null for an empty id. */
    @Nullable
    Integer optionalKey(Member member) {
        return member.id().isEmpty() ? null : (Integer) key(member);
    }

    Map<Integer, Member> membersByKey() {
        load();
        Map<Integer, Member> members = new HashMap<>();
        keys.forEach((member, key) -> members.put(key, member));
        return members;
    }

    private Set<Member> missing(Collection<Member> members) {
        Set<Member> missing = new LinkedHashSet<>();
        for (Member member : members) {
            if (!keys.containsKey(member)) {
                missing.add(member);
            }
        }
        return missing;
    }

    private void load() {
        jdbc.query(
                Sql.of(table + "_keys"),
                row -> {
                    keys.put(new Member(row.getString(2), row.getString(3)), row.getInt(1));
                },
                surveyKey);
    }
}
