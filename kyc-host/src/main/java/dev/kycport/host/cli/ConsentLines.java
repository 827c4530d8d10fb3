package dev.kycport.host.cli;

import dev.kycport.ports.ConsentRegister.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes consents of links that come chain by chain, and holds one chain at a time. */
final class ConsentLines implements Consumer<Link> {

    private final Consumer<ConsentRecord> reader;
    private final List<Link> chain = new ArrayList<>();

    ConsentLines(Consumer<ConsentRecord> reader) {
        this.reader = reader;
    }

    @Override
    public void accept(Link link) {
        if (!chain.isEmpty()
                && !chain.get(0).event().consent().equals(link.event().consent())) {
            end();
        }
        chain.add(link);
    }

    /** After the last link. */
    void end() {
        if (!chain.isEmpty()) {
            reader.accept(ConsentRecord.ofChain(chain));
            chain.clear();
        }
    }
}
