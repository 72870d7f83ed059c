package chat.pando.lab.sim.browser;

import chat.pando.host.Host;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmHost;
import chat.pando.lab.sim.Laws;
import chat.pando.store.MemoryAccounts;
import chat.pando.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What a browser profile has on disk: it outlives every core. */
final class ProfileDisk {

    private static final Host JVM = JvmHost.create();

    private final MemoryAccounts accounts;
    private final Map<String, CoreStore.Writers> writers = new HashMap<>();
    private final Map<String, Integer> schemas = new HashMap<>();
    private final Laws laws;

    /** @param sealed whether what lies on it is encrypted, as in true browsers; it costs time to walk there */
    ProfileDisk(Surroundings world, boolean sealed) {
        laws = world.laws();
        accounts = sealed
                ? MemoryAccounts.sealed(sealing(world.random()), row ->
                        laws.broken(Laws.Law.FAULT_OF_THE_CORE, "a row that doesn't open"))
                : new MemoryAccounts();
    }

    /** For sealing, which needs primitives only. It is done at once: the time that it takes is the store's. */
    private static Host sealing(Random random) {
        return new Host(
                JVM.clock(), JVM.entropy(), new JcaPrimitives(new SeededRandom(random)), JVM.http(), JVM.network(),
                JVM.locks(), JVM.broadcasts(), JVM.json(), JVM.tasks(), JVM.log());
    }

    MemoryAccounts accounts() {
        return accounts;
    }

    CoreStore.Writers writers(String userId) {
        return writers.computeIfAbsent(userId, user -> new CoreStore.Writers(laws));
    }

    /** The account's database is a new one, whose epochs begin anew. */
    void created(String userId, int schema) {
        writers.remove(userId);
        schemas.put(userId, schema);
    }

    /** Brings a database up to a version's schema. */
    void migrate(String userId, int schema) {
        if (schemas.getOrDefault(userId, schema) > schema) {
            throw new StoreException.Newer();
        }
        schemas.put(userId, schema);
    }

    /** The browser deletes an account's database, and perhaps that there was one. */
    void evict(String userId, boolean all) {
        if (all) {
            accounts.delete(userId);
        } else {
            accounts.evict(userId);
        }
    }
}
