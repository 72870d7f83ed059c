package chat.pando.conformance;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.host.SigningKey;
import chat.pando.store.AccountEntry;
import chat.pando.store.Accounts;
import chat.pando.store.Changes;
import chat.pando.store.Direction;
import chat.pando.store.Draft;
import chat.pando.store.KeyRange;
import chat.pando.store.Row;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every {@link Store} promises. */
public final class StoreConformance implements Conformance {

    private static final Table TABLE = Table.TIMELINE;

    private final Accounts accounts;
    private final Host host;
    private final String server;
    private int used;

    /**
     * @param accounts where the stores come from
     * @param server   stands in the names of the accounts, so that two runs in one profile are not in each other's way
     */
    public StoreConformance(Accounts accounts, Host host, String server) {
        this.accounts = accounts;
        this.host = host;
        this.server = server;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                onStore("a new store is empty, and what is missing is absent", this::empty),
                onStore("a row is read as it was written", this::asWritten),
                onStore("a row replaces the one of its key, and can be removed", this::replaceAndRemove),
                onStore("tables do not touch each other", this::tables),
                onStore("many rows are read at once, those that exist", this::batch),
                onStore("a range is read in the order of UTF-16 code units", this::order),
                onStore("a range ends before its end, in either direction", this::ranges),
                onStore("at most as many rows as asked for, from the right end", this::limits),
                onStore("the table of single rows shows only the core's", this::meta),
                onStore("a row of a megabyte, and a thousand rows in one commit", this::large),
                onStore("no changes are no harm", store -> store.commit(Changes.NONE)),
                onStore("a draft sees its own changes over the store's", this::draft),
                onStore("key handles come back and still work", this::keyHandles),
                new Case("what was committed is there after reopening", this::reopen),
                new Case("each opening begins a later epoch", this::epochs),
                new Case("who was overtaken can't commit, and changes nothing", this::fenced),
                new Case("a closed store says so", this::closed));
    }

    private void empty(Store store) {
        Check.that(store.get(TABLE, "missing").isEmpty(), "no row");
        Check.equal(Map.of(), store.get(TABLE, Set.of("missing", "gone")));
        Check.equal(Map.of(), store.get(TABLE, Set.of()));
        Check.equal(List.of(), store.scan(TABLE, KeyRange.all()));
        Check.equal(List.of(), store.scan(Table.META, KeyRange.all()));
    }

    private void asWritten(Store store) {
        for (String body : List.of("", "{}", "{\"a\":\"grüße \ud83c\udf33 \u0000\u2028\"}")) {
            Row row = new Row("key ü/\ud83c\udf33", body);
            put(store, TABLE, row);
            Check.equal(row, store.get(TABLE, row.key()).orElseThrow());
        }
    }

    private void replaceAndRemove(Store store) {
        put(store, TABLE, new Row("a", "1"), new Row("b", "2"));
        put(store, TABLE, new Row("a", "3"));
        Check.equal("3", store.get(TABLE, "a").orElseThrow().body());
        Draft draft = store.draft();
        draft.delete(TABLE, "a");
        draft.delete(TABLE, "never there");
        store.commit(draft.changes());
        Check.equal(List.of("b"), keys(store.scan(TABLE, KeyRange.all())));
    }

    private void tables(Store store) {
        Draft draft = store.draft();
        for (Table table : Table.values()) {
            draft.put(table, new Row("same key", table.stored()));
        }
        store.commit(draft.changes());
        for (Table table : Table.values()) {
            Check.equal(table.stored(), store.get(table, "same key").orElseThrow().body());
        }
    }

    private void batch(Store store) {
        put(store, TABLE, numbered(100));
        Set<String> asked = new LinkedHashSet<>();
        for (int i = 90; i < 110; i++) {
            asked.add(key(i));
        }
        Map<String, Row> found = store.get(TABLE, asked);
        Check.equal(10, found.size());
        Check.equal("body 95", found.get(key(95)).body());
    }

    private void order(Store store) {
        List<String> inOrder = List.of("", "\u0000", "!", "A", "B", "a", "aa", "b", "é", "\ud83c\udf33", "\uff5e");
        List<String> shuffled = List.of("b", "\uff5e", "", "a", "\ud83c\udf33", "B", "é", "!", "aa", "\u0000", "A");
        put(store, TABLE, shuffled.stream().map(key -> new Row(key, "x")).toArray(Row[]::new));
        Check.equal(inOrder, keys(store.scan(TABLE, KeyRange.all())));
        List<String> backwards = keys(store.scan(TABLE, KeyRange.all(), Direction.DESCENDING, Integer.MAX_VALUE));
        Check.equal("\uff5e", backwards.get(0));
        Check.equal("", backwards.get(backwards.size() - 1));
    }

    private void ranges(Store store) {
        put(store, TABLE, new Row("a", ""), new Row("b", ""), new Row("b/1", ""), new Row("b/2", ""), new Row("c", ""));
        Check.equal(List.of("b/1", "b/2"), keys(store.scan(TABLE, KeyRange.startingWith("b/"))));
        Check.equal(List.of("a", "b"), keys(store.scan(TABLE, new KeyRange("a", "b/1"))));
        Check.equal(
                List.of("b", "a"),
                keys(store.scan(TABLE, new KeyRange("a", "b/1"), Direction.DESCENDING, Integer.MAX_VALUE)));
        Check.equal(List.of(), store.scan(TABLE, new KeyRange("b", "b")));
        Check.equal(List.of(), store.scan(TABLE, new KeyRange("c", "a")));
        Check.equal(List.of(), store.scan(TABLE, KeyRange.startingWith("x")));
    }

    private void limits(Store store) {
        put(store, TABLE, numbered(50));
        Check.equal(List.of(key(0), key(1)), keys(store.scan(TABLE, KeyRange.all(), Direction.ASCENDING, 2)));
        Check.equal(List.of(key(49), key(48)), keys(store.scan(TABLE, KeyRange.all(), Direction.DESCENDING, 2)));
        Check.equal(List.of(), store.scan(TABLE, KeyRange.all(), Direction.ASCENDING, 0));
        Check.equal(50, store.scan(TABLE, KeyRange.all(), Direction.DESCENDING, 1_000).size());
    }

    private void meta(Store store) {
        put(store, Table.META, new Row("account", "1"), new Row("zulu", "2"));
        Check.equal(List.of("account", "zulu"), keys(store.scan(Table.META, KeyRange.all())));
        Check.equal(List.of("zulu"), keys(store.scan(Table.META, KeyRange.all(), Direction.DESCENDING, 1)));
        Check.equal(2, keys(store.scan(Table.META, KeyRange.all(), Direction.DESCENDING, 2)).size());
    }

    private void large(Store store) {
        Row huge = new Row("huge", "x".repeat(1 << 20));
        put(store, TABLE, huge);
        put(store, TABLE, numbered(1_000));
        Check.equal(huge, store.get(TABLE, "huge").orElseThrow());
        Check.equal(1_001, store.scan(TABLE, KeyRange.all()).size());
    }

    private void draft(Store store) {
        put(store, TABLE, new Row("a", "1"), new Row("b", "2"), new Row("c", "3"), new Row("d", "4"));
        Draft draft = store.draft();
        draft.put(TABLE, new Row("b", "two"));
        draft.put(TABLE, new Row("bb", "new"));
        draft.delete(TABLE, "c");
        Check.equal("two", draft.get(TABLE, "b").orElseThrow().body());
        Check.that(draft.get(TABLE, "c").isEmpty(), "removed");
        Check.equal(Set.of("a", "bb"), draft.get(TABLE, Set.of("a", "bb", "c")).keySet());
        Check.equal(List.of("a", "b", "bb", "d"), keys(draft.scan(TABLE, KeyRange.all())));
        Check.equal(List.of("d", "bb"), keys(draft.scan(TABLE, KeyRange.all(), Direction.DESCENDING, 2)));
        Check.equal(List.of("a", "b", "c", "d"), keys(store.scan(TABLE, KeyRange.all())));
        store.commit(draft.changes());
        Check.equal(List.of("a", "b", "bb", "d"), keys(store.scan(TABLE, KeyRange.all())));
    }

    private void keyHandles(Store store) throws CryptoException {
        SigningKey signing = host.primitives().newSigningKey();
        AgreementKey agreement = host.primitives().newAgreementKey();
        AgreementKey other = host.primitives().newAgreementKey();
        put(store, TABLE, new Row("keys", "{}", List.of(signing, agreement)));
        Row row = store.get(TABLE, "keys").orElseThrow();
        SigningKey storedSigning = (SigningKey) row.keys().get(0);
        AgreementKey storedAgreement = (AgreementKey) row.keys().get(1);
        Check.equal(signing.publicKey(), storedSigning.publicKey());
        Check.equal(agreement.publicKey(), storedAgreement.publicKey());
        byte[] message = {1, 2, 3};
        byte[] signature = host.primitives().sign(storedSigning, message);
        Check.that(host.primitives().verify(signing.publicKey(), message, signature), "a signature that verifies");
        Check.equal(
                host.primitives().agree(other, agreement.publicKey()),
                host.primitives().agree(storedAgreement, other.publicKey()));
    }

    private void reopen() throws Exception {
        withAccount(entry -> {
            SigningKey key = host.primitives().newSigningKey();
            Store first = accounts.create(entry);
            put(first, TABLE, new Row("a", "1", List.of(key)));
            put(first, Table.META, new Row("account", "2"));
            first.close();
            Store second = accounts.open(entry);
            Check.equal("2", second.get(Table.META, "account").orElseThrow().body());
            Row row = second.scan(TABLE, KeyRange.all()).get(0);
            byte[] signature = host.primitives().sign((SigningKey) row.keys().get(0), new byte[1]);
            Check.that(host.primitives().verify(key.publicKey(), new byte[1], signature), "the same key");
            second.close();
        });
    }

    private void epochs() throws Exception {
        withAccount(entry -> {
            long last = 0;
            Store store = accounts.create(entry);
            for (int i = 0; i < 3; i++) {
                Check.that(store.epoch() > last, "a later epoch");
                last = store.epoch();
                put(store, TABLE, new Row("a", "1"));
                store.close();
                store = accounts.open(entry);
            }
            store.close();
        });
    }

    private void fenced() throws Exception {
        withAccount(entry -> {
            Store old = accounts.create(entry);
            put(old, TABLE, new Row("a", "old"));
            Store young = accounts.open(entry);
            Check.throwsA(StoreException.Fenced.class, () -> put(old, TABLE, new Row("a", "x"), new Row("b", "x")));
            Check.throwsA(StoreException.Fenced.class, () -> old.commit(removal("a")));
            Check.equal(List.of("a"), keys(young.scan(TABLE, KeyRange.all())));
            put(young, TABLE, new Row("a", "young"));
            Check.throwsA(StoreException.Fenced.class, () -> put(old, TABLE, new Row("a", "x")));
            Check.equal("young", young.get(TABLE, "a").orElseThrow().body());
            old.close();
            young.close();
        });
    }

    private void closed() throws Exception {
        withAccount(entry -> {
            Store store = accounts.create(entry);
            put(store, TABLE, new Row("a", "1"));
            store.close();
            store.close();
            Check.throwsA(StoreException.Closed.class, () -> store.get(TABLE, "a"));
            Check.throwsA(StoreException.Closed.class, () -> store.scan(TABLE, KeyRange.all()));
            Check.throwsA(StoreException.Closed.class, () -> put(store, TABLE, new Row("a", "2")));
            Store again = accounts.open(entry);
            Check.equal("1", again.get(TABLE, "a").orElseThrow().body());
            again.close();
        });
    }

    private Case onStore(String name, OnStore body) {
        return new Case(name, () -> withAccount(entry -> {
            Store store = accounts.create(entry);
            try {
                body.run(store);
            } finally {
                store.close();
            }
        }));
    }

    private void withAccount(OnAccount body) throws Exception {
        AccountEntry entry = new AccountEntry("@case" + used++ + ":" + server, "https://" + server, used);
        try {
            body.run(entry);
        } finally {
            accounts.delete(entry.userId());
        }
    }

    private static void put(Store store, Table table, Row... rows) {
        Draft draft = store.draft();
        for (Row row : rows) {
            draft.put(table, row);
        }
        store.commit(draft.changes());
    }

    private static Changes removal(String key) {
        return new Changes(Map.of(TABLE, Map.of(key, Optional.empty())));
    }

    private static Row[] numbered(int count) {
        Row[] rows = new Row[count];
        for (int i = 0; i < count; i++) {
            rows[i] = new Row(key(i), "body " + i);
        }
        return rows;
    }

    private static String key(int number) {
        return "key " + (10_000 + number);
    }

    private static List<String> keys(List<Row> rows) {
        List<String> keys = new ArrayList<>();
        rows.forEach(row -> keys.add(row.key()));
        return keys;
    }

    /** A case that needs one open store. */
    private interface OnStore {

        void run(Store store) throws Exception;
    }

    /** A case that opens stores of an account itself. */
    private interface OnAccount {

        void run(AccountEntry entry) throws Exception;
    }
}
