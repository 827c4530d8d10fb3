package dev.kycport.host.cli.consent;

import dev.kycport.ports.store.ConsentLedgerReader.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Assembles consents from ledger entries that arrive chain by chain; holds one chain in memory. */
public final class ConsentRecordAssembler implements Consumer<Entry> {

    private final Consumer<ConsentRecord> consumer;
    private final List<Entry> chain = new ArrayList<>();

    public ConsentRecordAssembler(Consumer<ConsentRecord> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void accept(Entry entry) {
        if (!chain.isEmpty()
                && !chain.get(0).event().consent().equals(entry.event().consent())) {
            finish();
        }
        chain.add(entry);
    }

    /** Call after the last entry. */
    public void finish() {
        if (!chain.isEmpty()) {
            consumer.accept(ConsentRecord.fromEntries(chain));
            chain.clear();
        }
    }
}
