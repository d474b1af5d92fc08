package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What other imports landed of the transactions and sales of a chunk. Lines belong together that have the same
 * transaction, day and type, or, where one of them has no transaction, the same customer, time of day and type. Of two
 * lines of a transaction whose keys were both given, the keys alone say whether they are one.
 */
final class LandedSales {

    private static final String BY_TRANSACTION =
            "transaction_id: lines of this transaction and day landed before that this"
                    + " file has not or has otherwise; import with --replace to correct them";
    private static final String BY_TIME = "customer_id, occurred_at: lines of this customer and time landed before that"
            + " this file has not or has otherwise; import with --replace to correct them";

    private final Map<Group, Set<ContentHash>> ofTransactions;
    private final Map<Group, Set<ContentHash>> ofTransactionsWithDerivedKeys;
    private final Map<Group, Set<ContentHash>> ofSales;
    private final Map<Group, Set<ContentHash>> ofSalesWithoutTransaction;

    /**
     * @param importId whose own lines do not count
     * @param ofTransactions lines that have a transaction of the chunk
     * @param ofSales lines that have a customer and a time of the chunk
     */
    LandedSales(long importId, List<LandedLine> ofTransactions, List<LandedLine> ofSales) {
        Predicate<LandedLine> ofOthers = line -> line.importId() != importId;
        this.ofTransactions = keys(ofTransactions, ofOthers, Group::ofTransaction);
        this.ofTransactionsWithDerivedKeys =
                keys(ofTransactions, ofOthers.and(LandedLine::hasDerivedKey), Group::ofTransaction);
        this.ofSales = keys(ofSales, ofOthers, Group::ofSale);
        this.ofSalesWithoutTransaction = keys(ofSales, ofOthers.and(LandedLine::isWithoutTransaction), Group::ofSale);
    }

    /**
     * The lines of a type of a transaction and a day, or of a customer and a time.
     *
     * @param of the transaction, or the customer
     * @param when the day, or the time
     */
    private record Group(String of, Object when, String type) {

        static Group ofTransaction(LandedLine line) {
            return new Group(line.transactionId(), line.occurredAt().toLocalDate(), line.type());
        }

        static Group ofSale(LandedLine line) {
            return new Group(line.customerId(), line.occurredAt(), line.type());
        }

        static Group ofTransaction(TransactionLine line) {
            return new Group(
                    line.transactionId(),
                    line.occurredAt().toLocalDate(),
                    line.type().name());
        }

        static Group ofSale(TransactionLine line) {
            return new Group(line.customerId(), line.occurredAt(), line.type().name());
        }
    }

    private static Map<Group, Set<ContentHash>> keys(
            List<LandedLine> lines, Predicate<LandedLine> which, Function<LandedLine, Group> group) {
        return lines.stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        group, HashMap::new, Collectors.mapping(LandedLine::key, Collectors.toSet())));
    }

    /** Finds what a new line of the chunk may say otherwise; nothing where nothing landed of its transaction or sale. */
    Optional<Doubt> findDoubt(KeyedLine line) {
        Set<ContentHash> transaction = (line.hasDerivedKey() ? ofTransactions : ofTransactionsWithDerivedKeys)
                .getOrDefault(Group.ofTransaction(line.line()), Set.of());
        Set<ContentHash> sale = line.isOfKnownSale()
                ? (line.isWithoutTransaction() ? ofSales : ofSalesWithoutTransaction)
                        .getOrDefault(Group.ofSale(line.line()), Set.of())
                : Set.of();
        if (transaction.isEmpty()) {
            return sale.isEmpty() ? Optional.empty() : Optional.of(new Doubt(sale, BY_TIME));
        }
        return Optional.of(new Doubt(sale.isEmpty() ? transaction : union(transaction, sale), BY_TRANSACTION));
    }

    private static Set<ContentHash> union(Set<ContentHash> some, Set<ContentHash> others) {
        Set<ContentHash> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
