package dev.kycport.host.cli.consent;

import dev.kycport.ports.store.ConsentLedgerReader.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes consents of links that come chain by chain, and holds one chain at a time. */
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

    /** After the last link. */
    public void finish() {
        if (!chain.isEmpty()) {
            consumer.accept(ConsentRecord.fromLinks(chain));
            chain.clear();
        }
    }
}
