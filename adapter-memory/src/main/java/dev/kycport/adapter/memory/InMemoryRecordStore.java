package dev.kycport.adapter.memory;

import dev.kycport.ports.store.ExpiringRecordStore;
import dev.kycport.ports.store.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records under one lock. When it is full, expired records make room; one that is still valid never does. */
final class InMemoryRecordStore implements ExpiringRecordStore {

    static final int MAX_RECORDS = 50_000;

    private final Map<RecordKey, StoredRecord> records = new HashMap<>();
    private final int maxRecords;

    private record StoredRecord(String value, Instant expiresAt) {

        boolean isValid(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    InMemoryRecordStore(int maxRecords) {
        this.maxRecords = maxRecords;
    }

    @Override
    public synchronized Optional<String> find(RecordKey key, Instant now) {
        return Optional.ofNullable(records.get(key))
                .filter(stored -> stored.isValid(now))
                .map(StoredRecord::value);
    }

    @Override
    public synchronized Optional<String> putIfAbsent(RecordKey key, String value, Instant now, Instant expiresAt) {
        Optional<String> existing = find(key, now);
        if (existing.isEmpty()) {
            makeRoom(now);
            records.put(key, new StoredRecord(value, expiresAt));
        }
        return existing;
    }

    @Override
    public synchronized boolean replace(RecordKey key, String expected, String next, Instant now, Instant expiresAt) {
        boolean unchanged = find(key, now).filter(expected::equals).isPresent();
        if (unchanged) {
            records.put(key, new StoredRecord(next, expiresAt));
        }
        return unchanged;
    }

    @Override
    public synchronized void remove(RecordKey key, String expected) {
        records.computeIfPresent(key, (unused, stored) -> stored.value().equals(expected) ? null : stored);
    }

    private void makeRoom(Instant now) {
        if (records.size() >= maxRecords) {
            records.values().removeIf(stored -> !stored.isValid(now));
        }
        if (records.size() >= maxRecords) {
            throw new StoreUnavailableException("the memory store holds " + maxRecords
                    + " records of the HTTP adapter, which is as many as it may; use a durable store or wait");
        }
    }
}
