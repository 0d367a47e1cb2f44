package no.barometer.warehouse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one writer at a time change the warehouse, in a transaction of its own: threads wait at a lock, other processes
 * at a locked row. Keeps the dimensions' keys between turns, as only the one whose turn it is may use them.
 */
final class WriteTurn {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Map<String, SurveyDimensions> dimensions = new HashMap<>();

    WriteTurn(DataSource database, JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        // a caller's own transaction must not hold back what is to be visible on return
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void take(Consumer<WriteTurn> work) {
        lock.lock();
        boolean done = false;
        try {
            transaction.executeWithoutResult(status -> {
                jdbc.queryForObject(Sql.of("write_turn"), Integer.class);
                work.accept(this);
            });
            done = true;
        } finally {
            if (!done) {
                // rows given in the undone transaction are gone
                dimensions.clear();
            }
            lock.unlock();
        }
    }

    /** The survey's dimensions; the survey gets a row if it has none. */
    SurveyDimensions dimensions(String survey) {
        return dimensions.computeIfAbsent(survey, id -> new SurveyDimensions(jdbc, surveyKey(id)));
    }

    private int surveyKey(String survey) {
        List<Integer> found = jdbc.queryForList(Sql.of("survey_key"), Integer.class, survey);
        if (found.isEmpty()) {
            jdbc.update(Sql.of("insert_survey"), survey, survey);
            found = jdbc.queryForList(Sql.of("survey_key"), Integer.class, survey);
        }
        return found.get(0);
    }
}
