package chat.pando;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.Ed25519Signature;
import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.crypto.OneTimeKey;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.host.SealingKey;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import chat.pando.json.JsonValue;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Fills records of any kind: each text in them says of which component of which record it is. */
final class FilledRecord {

    /** What a text in a record looks like: a mark, the record's and the component's name. */
    static final String TEXT = "filled_(\\w+?)_(\\w+?)_";

    /** Identifiers have their forms; of these one fits. */
    private static final List<String> FORMS = List.of("%s", "@%s:example.org", "!%s:example.org", "$%s", "https://%s/");
    private static final int DEEPEST = 8;

    private final Map<Class<?>, Object> samples = new HashMap<>();

    FilledRecord() throws CryptoException {
        JcaPrimitives primitives = new JcaPrimitives();
        Olm olm = new Olm(primitives);
        Megolm megolm = new Megolm(primitives, new JvmEntropy());
        OlmAccount account = olm.newAccount();
        OneTimeKey oneTimeKey = olm.newOneTimeKeys(0, 1).get(0);
        sample(SigningKey.class, account.signingKey());
        sample(AgreementKey.class, oneTimeKey.pair());
        sample(SealingKey.class, primitives.newSealingKey());
        sample(KeyHandle.class, account.signingKey());
        sample(Curve25519PublicKey.class, account.identityKey());
        sample(Ed25519PublicKey.class, account.fingerprintKey());
        sample(Ed25519Signature.class, Ed25519Signature.of(primitives, account.signingKey(), new byte[1]));
        var session = olm.outbound(account, account.identityKey(), oneTimeKey.publicKey());
        sample(session);
        sample(olm.encrypt(session, new byte[1]).message().ratchetMessage());
        var outbound = megolm.newSession();
        sample(outbound);
        sample(megolm.inbound(megolm.sessionKey(outbound)));
        sample(new CryptoException("refused"));
        sample(OptionalLong.of(1));
        sample(new byte[32]);
        samples.put(long.class, 1L);
        samples.put(Long.class, 1L);
        samples.put(int.class, 1);
        samples.put(boolean.class, true);
        samples.put(double.class, 1.0);
    }

    /** An instance, or nothing where it consists of things that do something. */
    Optional<Object> of(Class<?> record) {
        return record(record, 0);
    }

    private void sample(Object value) {
        samples.put(value.getClass(), value);
    }

    private <T> void sample(Class<T> type, T value) {
        samples.put(type, value);
    }

    private Optional<Object> record(Class<?> record, int depth) {
        for (String form : FORMS) {
            Object[] values = new Object[record.getRecordComponents().length];
            for (int i = 0; i < values.length; i++) {
                RecordComponent component = record.getRecordComponents()[i];
                String text = "filled_" + record.getSimpleName() + "_" + component.getName() + "_";
                boolean plain = component.getType() == String.class;
                values[i] = value(component.getGenericType(), plain ? form.formatted(text) : text, depth + 1)
                        .orElse(null);
            }
            if (Arrays.asList(values).contains(null)) {
                return Optional.empty();
            }
            Optional<Object> made = construct(record, values);
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    /** Nothing where the record refuses such values. */
    private static Optional<Object> construct(Class<?> record, Object[] values) {
        Class<?>[] types =
                Arrays.stream(record.getRecordComponents()).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Object> value(Type type, String text, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        return type instanceof ParameterizedType generic
                ? container(generic, text, depth)
                : plain((Class<?>) type, text, depth);
    }

    private Optional<Object> container(ParameterizedType type, String text, int depth) {
        Optional<Object> first = value(type.getActualTypeArguments()[0], text, depth + 1);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (type.getRawType() == Map.class) {
            return value(type.getActualTypeArguments()[1], text, depth + 1).map(second -> Map.of(first.get(), second));
        }
        Map<Type, Object> containers =
                Map.of(Optional.class, first, List.class, List.of(first.get()), Set.class, Set.of(first.get()));
        return Optional.ofNullable(containers.get(type.getRawType()));
    }

    private Optional<Object> plain(Class<?> type, String text, int depth) {
        if (samples.containsKey(type)) {
            return Optional.of(samples.get(type));
        }
        if (type == String.class) {
            return Optional.of(text);
        }
        if (JsonValue.class.isAssignableFrom(type)) {
            return json(type, text);
        }
        if (type.isEnum()) {
            return Optional.of(type.getEnumConstants()[0]);
        }
        if (type.isRecord()) {
            return record(type, depth);
        }
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(permitted -> plain(permitted, text, depth + 1))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Object> json(Class<?> type, String text) {
        if (type == JsonObject.class) {
            return Optional.of(JsonObject.builder().put("name", text).build());
        }
        return Optional.of(type == JsonArray.class ? JsonArray.of(new JsonString(text)) : new JsonString(text));
    }
}
