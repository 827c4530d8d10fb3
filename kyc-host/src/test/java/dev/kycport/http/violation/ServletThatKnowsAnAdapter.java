package dev.kycport.http.violation;

import dev.kycport.adapter.memory.InMemoryStoreFactory;

record ServletThatKnowsAnAdapter(InMemoryStoreFactory stores) {}
