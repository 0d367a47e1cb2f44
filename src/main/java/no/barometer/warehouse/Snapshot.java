package no.barometer.warehouse;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets several queries see one state of the warehouse. */
final class Snapshot {
    private final TransactionTemplate transaction;

    Snapshot(DataSource database) {
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        // with less, H2 takes each table's snapshot when it is first read
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setReadOnly(true);
    }

    <T> T read(Supplier<T> queries) {
        T result = transaction.execute(status -> queries.get());
        if (result == null) {
            throw new IllegalStateException("nothing read");
        }
        return result;
    }
}
