package io.allegiance.platform.transaction;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction of its own, which stays committed when the caller's transaction is rolled back. */
@Component
public final class SeparateTransaction {

    private final TransactionTemplate template;

    SeparateTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs work and commits it; what the work throws rolls it back. */
    public void run(Runnable work) {
        template.executeWithoutResult(status -> work.run());
    }
}
