package chat.pando.crypto;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.KeyHandle;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Values of any type, made by its constructor of values of its parameters' types, and so on: so a test can look at a
 * class that was written after it. All bytes in them are {@link #BYTE}, each text says where it stands.
 */
final class Invented {

    static final byte BYTE = 0x5a;

    private static final int[] LENGTHS = {32, 128, 64, 16, 8, 0};
    private static final int DEEPEST = 12;

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Map<Class<?>, Supplier<Object>> known = Map.of(
            Primitives.class, () -> primitives,
            AgreementKey.class, primitives::newAgreementKey,
            SigningKey.class, primitives::newSigningKey,
            KeyHandle.class, primitives::newAgreementKey,
            JsonObject.class, () -> JsonObject.builder().put("secret", "text:JsonObject").build(),
            CryptoException.class, () -> new CryptoException("refused"));
    private int bytesLength;

    /** A value of the type, or empty where none of its constructors takes what can be invented. */
    Optional<Object> of(Class<?> type) {
        for (int length : LENGTHS) {
            bytesLength = length;
            try {
                return Optional.of(value(type, type, type.getSimpleName(), 0));
            } catch (ReflectiveOperationException tryAnotherLength) {
                continue;
            }
        }
        return Optional.empty();
    }

    private Object value(Class<?> type, Type generic, String name, int depth) throws ReflectiveOperationException {
        if (depth > DEEPEST) {
            throw new InstantiationException(name);
        }
        if (known.containsKey(type)) {
            return known.get(type).get();
        }
        if (type == String.class) {
            return "text:" + name;
        }
        if (type.isArray()) {
            return array(type.getComponentType(), name, depth);
        }
        if (type.isPrimitive()) {
            return primitive(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (generic instanceof ParameterizedType parameterized && type.getName().startsWith("java.util.")) {
            return container(type, parameterized, name, depth);
        }
        return type.isSealed() && Modifier.isAbstract(type.getModifiers())
                ? anyOf(List.of(type.getPermittedSubclasses()), name, depth)
                : constructed(type, depth);
    }

    private Object array(Class<?> element, String name, int depth) throws ReflectiveOperationException {
        if (element == byte.class) {
            byte[] bytes = new byte[bytesLength];
            Arrays.fill(bytes, BYTE);
            return bytes;
        }
        if (element == char.class) {
            return ("text:" + name).toCharArray();
        }
        Object array = Array.newInstance(element, 1);
        Array.set(array, 0, value(element, element, name, depth + 1));
        return array;
    }

    private static Object primitive(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        return type == long.class ? (Object) 7L : (Object) 7;
    }

    private Object container(Class<?> type, ParameterizedType generic, String name, int depth)
            throws ReflectiveOperationException {
        if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        }
        Type inner = generic.getActualTypeArguments()[0];
        Class<?> innerClass = (Class<?>) (inner instanceof ParameterizedType nested ? nested.getRawType() : inner);
        Object element = value(innerClass, inner, name, depth + 1);
        if (type == Optional.class) {
            return Optional.of(element);
        }
        return type == Set.class ? Set.of(element) : List.of(element);
    }

    private Object anyOf(List<Class<?>> types, String name, int depth) throws ReflectiveOperationException {
        for (Class<?> type : types) {
            try {
                return value(type, type, name, depth + 1);
            } catch (ReflectiveOperationException tryTheNext) {
                continue;
            }
        }
        throw new InstantiationException(name);
    }

    private Object constructed(Class<?> type, int depth) throws ReflectiveOperationException {
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        // A record's canonical constructor, which takes most, first.
        Arrays.sort(constructors, Comparator.comparing(c -> -c.getParameterCount()));
        for (Constructor<?> constructor : constructors) {
            try {
                constructor.setAccessible(true);
                Object[] arguments = new Object[constructor.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    String name = type.getSimpleName() + "." + (type.isRecord() ? component(type, i) : i);
                    arguments[i] = value(
                            constructor.getParameterTypes()[i],
                            constructor.getGenericParameterTypes()[i],
                            name,
                            depth + 1);
                }
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException | RuntimeException tryTheNext) {
                continue;
            }
        }
        throw new InstantiationException(type.getName());
    }

    private static String component(Class<?> record, int index) {
        RecordComponent[] components = record.getRecordComponents();
        return index < components.length ? components[index].getName() : "" + index;
    }
}
