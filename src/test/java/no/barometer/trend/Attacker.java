package no.barometer.trend;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who reads everything that is published and wants to know how many people a small count is of: by exact
 * elimination, and by linear programming, with whole people too, in another library.
 */
final class Attacker {
    private final double[] counts;
    private final int variables;
    private final List<double[]> equations = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    /** @param counts the true ones, of which only is used which may be negative */
    Attacker(double[] counts) {
        this.counts = counts;
        this.variables = counts.length;
    }

    static Attacker of(MadeUpQuestion question, BitSet withheld) {
        Attacker attacker = new Attacker(question.counts());
        Set<Linear> told = new LinkedHashSet<>();
        for (int i = 0; i < question.lines().size(); i++) {
            if (!withheld.get(i)) {
                told.add(question.lines().get(i).base());
                told.add(question.lines().get(i).figure());
            }
        }
        question.known().forEach(one -> attacker.learns(one, 0));
        told.forEach(one -> attacker.learns(one, value(one, question.counts())));
        return attacker;
    }

    /** All counts of people that stand behind lines and are small, complements included. */
    static Set<Linear> secrets(MadeUpQuestion question, int threshold) {
        Set<Linear> secrets = new LinkedHashSet<>();
        for (Disclosure.Line line : question.lines()) {
            List<Linear> functions = new ArrayList<>(List.of(line.base()));
            if (line.count()) {
                functions.add(line.figure());
                functions.add(line.base().plus(-1, line.figure()));
            }
            for (Linear one : functions) {
                double value = value(one, question.counts());
                if (value > 0 && value < threshold) {
                    secrets.add(one);
                }
            }
        }
        return secrets;
    }

    static double value(Linear function, double[] counts) {
        double sum = 0;
        for (int i = 0; i < function.variables().length; i++) {
            sum += function.coefficients()[i] * counts[function.variables()[i]];
        }
        return sum;
    }

    void learns(Linear function, double value) {
        equations.add(dense(function));
        values.add(value);
    }

    private double[] dense(Linear function) {
        double[] row = new double[variables];
        for (int i = 0; i < function.variables().length; i++) {
            row[function.variables()[i]] += function.coefficients()[i];
        }
        return row;
    }

    /** Whether for all that is known each of the functions could be as large as the threshold. */
    boolean learnsNothingOf(Set<Linear> secrets, int threshold) {
        return recomputes(secrets).isEmpty() && secrets.stream().noneMatch(one -> narrows(one, threshold, false));
    }

    /** Whether no function can be as large as the threshold, by any people or by whole ones. */
    boolean narrows(Linear secret, int threshold, boolean wholePeople) {
        return largest(secret, threshold, wholePeople) < threshold - 1e-6;
    }

    /** Those of the functions that are sums of what is known. */
    List<Linear> recomputes(Iterable<Linear> secrets) {
        List<BigInteger[]> basis = new ArrayList<>();
        equations.forEach(one -> {
            BigInteger[] rest = rest(whole(one), basis);
            if (pivot(rest) >= 0) {
                basis.add(rest);
            }
        });
        List<Linear> found = new ArrayList<>();
        for (Linear secret : secrets) {
            if (pivot(rest(whole(dense(secret)), basis)) < 0) {
                found.add(secret);
            }
        }
        return found;
    }

    private static BigInteger[] whole(double[] row) {
        BigInteger[] whole = new BigInteger[row.length];
        for (int i = 0; i < row.length; i++) {
            whole[i] = new BigDecimal(row[i]).toBigIntegerExact();
        }
        return whole;
    }

    private static BigInteger[] rest(BigInteger[] row, List<BigInteger[]> basis) {
        BigInteger[] rest = row.clone();
        for (BigInteger[] one : basis) {
            int pivot = pivot(one);
            BigInteger factor = rest[pivot];
            if (factor.signum() != 0) {
                BigInteger divisor = BigInteger.ZERO;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] = rest[i].multiply(one[pivot]).subtract(one[i].multiply(factor));
                    divisor = divisor.gcd(rest[i]);
                }
                for (int i = 0; i < rest.length && divisor.signum() != 0; i++) {
                    rest[i] = rest[i].divide(divisor);
                }
            }
        }
        return rest;
    }

    private static int pivot(BigInteger[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i].signum() != 0) {
                return i;
            }
        }
        return -1;
    }

    /** The largest value that a function may have, as far as anybody can tell; not looked for beyond the limit. */
    double largest(Linear secret, double limit, boolean wholePeople) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] columns = new Variable[variables];
        for (int i = 0; i < variables; i++) {
            columns[i] = model.newVariable("x" + i).integer(wholePeople && counts[i] >= 0);
            if (counts[i] >= 0) {
                columns[i].lower(0);
            }
        }
        for (int e = 0; e < equations.size(); e++) {
            set(model.newExpression("e" + e), columns, equations.get(e)).level(values.get(e));
        }
        set(model.newExpression("secret"), columns, dense(secret)).upper(limit).weight(1);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("not solved: " + result.getState());
        }
        return result.getValue();
    }

    private static Expression set(Expression expression, Variable[] columns, double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                expression.set(columns[i], row[i]);
            }
        }
        return expression;
    }
}
