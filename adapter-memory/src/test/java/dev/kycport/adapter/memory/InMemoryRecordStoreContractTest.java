package dev.kycport.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kycport.ports.store.ExpiringRecordStore.RecordKey;
import dev.kycport.ports.store.StoreUnavailableException;
import dev.kycport.ports.store.Stores;
import dev.kycport.tck.record.ExpiringRecordStoreContract;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryRecordStoreContractTest extends ExpiringRecordStoreContract {

    @Override
    protected Stores stores() {
        return InMemoryStoreFactory.stores();
    }

    @Test
    void a_full_store_forgets_expired_records_and_no_other() {
        InMemoryRecordStore records = new InMemoryRecordStore(2);
        Instant now = MemoryFixtures.NOW;
        records.putIfAbsent(new RecordKey("answer", "short"), "a", now, now.plusSeconds(1));
        records.putIfAbsent(new RecordKey("answer", "long"), "b", now, now.plusSeconds(60));

        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> records.putIfAbsent(new RecordKey("answer", "new"), "c", now, now.plusSeconds(60)))
                .withMessageContaining("as many as it may");

        Instant later = now.plusSeconds(1);
        assertThat(records.putIfAbsent(new RecordKey("answer", "new"), "c", later, now.plusSeconds(60)))
                .isEmpty();
        assertThat(records.find(new RecordKey("answer", "long"), later)).contains("b");
    }
}
