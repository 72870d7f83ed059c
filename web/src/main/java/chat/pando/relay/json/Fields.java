package chat.pando.relay.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of a request's body, read with the error the API names when one is missing or of the wrong type. */
public final class Fields {

    private Fields() {
    }

    public static Optional<String> text(JsonNode body, String name) {
        return present(body, name).map(value -> {
            if (!value.isString()) {
                throw MatrixError.badJson("'" + name + "' must be a string");
            }
            return value.stringValue();
        });
    }

    public static String requireText(JsonNode body, String name) {
        return text(body, name).orElseThrow(() -> MatrixError.missingParam(name));
    }

    public static Optional<ObjectNode> object(JsonNode body, String name) {
        return present(body, name).map(value -> {
            if (value instanceof ObjectNode object) {
                return object;
            }
            throw MatrixError.badJson("'" + name + "' must be an object");
        });
    }

    public static ObjectNode requireObject(JsonNode body, String name) {
        return object(body, name).orElseThrow(() -> MatrixError.missingParam(name));
    }

    public static Optional<Boolean> flag(JsonNode body, String name) {
        return present(body, name).map(value -> {
            if (!value.isBoolean()) {
                throw MatrixError.badJson("'" + name + "' must be a boolean");
            }
            return value.booleanValue();
        });
    }

    public static Optional<Long> number(JsonNode body, String name) {
        return present(body, name).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw MatrixError.badJson("'" + name + "' must be an integer");
            }
            return value.longValue();
        });
    }

    /** A list of strings; empty when absent. */
    public static List<String> texts(JsonNode body, String name) {
        return optionalTexts(body, name).orElse(List.of());
    }

    public static Optional<List<String>> optionalTexts(JsonNode body, String name) {
        return present(body, name).map(value -> {
            List<String> texts = new ArrayList<>();
            if (!value.isArray()) {
                throw MatrixError.badJson("'" + name + "' must be a list");
            }
            for (JsonNode item : value) {
                if (!item.isString()) {
                    throw MatrixError.badJson("'" + name + "' must hold strings");
                }
                texts.add(item.stringValue());
            }
            return texts;
        });
    }

    /** A list of objects; empty when absent. */
    public static List<ObjectNode> objects(JsonNode body, String name) {
        List<ObjectNode> objects = new ArrayList<>();
        present(body, name).ifPresent(value -> {
            if (!value.isArray()) {
                throw MatrixError.badJson("'" + name + "' must be a list");
            }
            for (JsonNode item : value) {
                objects.add(asObject(item, name));
            }
        });
        return objects;
    }

    /** Checks that a value met inside a field is an object. */
    public static ObjectNode asObject(JsonNode value, String name) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw MatrixError.badJson("'" + name + "' must hold objects");
    }

    private static Optional<JsonNode> present(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }
}
