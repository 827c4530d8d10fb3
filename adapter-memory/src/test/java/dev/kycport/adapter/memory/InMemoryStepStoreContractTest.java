package dev.kycport.adapter.memory;

import dev.kycport.ports.store.Stores;
import dev.kycport.tck.StepStoreContract;

class InMemoryStepStoreContractTest extends StepStoreContract {

    @Override
    protected Stores stores() {
        return new InMemoryStoreFactory().open("memory", InMemoryStoreFactoryTest.REMEMBERING);
    }
}
