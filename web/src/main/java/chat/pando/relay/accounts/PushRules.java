package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What users want to be notified of: the predefined rules and their changes to them (module "Push notifications"). */
public final class PushRules {

    /** The account data that clients learn the rules from. */
    public static final String TYPE = "m.push_rules";
    private static final List<String> KINDS = List.of("override", "underride", "sender", "room", "content");
    private static final String PREDEFINED = predefined();

    private final Database database;

    public PushRules(Database database) {
        this.database = database;
    }

    public static ObjectNode of(Handle handle, String userId) {
        return AccountData.find(handle, userId, AccountData.GLOBAL, TYPE)
                .orElseGet(() -> Json.stored(PREDEFINED.replace("@USER@", userId)
                        .replace("@LOCALPART@", userId.substring(1, userId.indexOf(':')))));
    }

    public ObjectNode all(String userId) {
        return database.read(handle -> of(handle, userId));
    }

    public ObjectNode rule(String userId, String kind, String ruleId) {
        return find(rules(all(userId), kind), ruleId);
    }

    /** Adds or replaces a rule of the user's own, where wanted right before or after another one. */
    public void put(String userId, String kind, String ruleId, ObjectNode body, Optional<String> before,
                    Optional<String> after) {
        if (ruleId.startsWith(".") || ruleId.contains("/") || ruleId.contains("\\")) {
            throw MatrixError.invalidParam("Not a rule id of your own");
        }
        ObjectNode rule = Json.object().put("rule_id", ruleId).put("default", false).put("enabled", true);
        rule.set("actions", requireActions(body));
        if (kind.equals("content")) {
            rule.put("pattern", Fields.requireText(body, "pattern"));
        } else if (kind.equals("override") || kind.equals("underride")) {
            ArrayNode conditions = rule.putArray("conditions");
            Fields.objects(body, "conditions").forEach(conditions::add);
        }
        change(userId, content -> {
            ArrayNode rules = rules(content, kind);
            index(rules, ruleId).ifPresent(rules::remove);
            rules.insert(place(rules, kind, before, after), rule);
        });
    }

    public void delete(String userId, String kind, String ruleId) {
        change(userId, content -> {
            ArrayNode rules = rules(content, kind);
            if (find(rules, ruleId).path("default").booleanValue(false)) {
                throw MatrixError.invalidParam("Predefined rules cannot be deleted");
            }
            rules.remove(index(rules, ruleId).orElseThrow());
        });
    }

    public void enable(String userId, String kind, String ruleId, ObjectNode body) {
        boolean enabled = Fields.flag(body, "enabled").orElseThrow(() -> MatrixError.missingParam("enabled"));
        change(userId, content -> find(rules(content, kind), ruleId).put("enabled", enabled));
    }

    public void setActions(String userId, String kind, String ruleId, ObjectNode body) {
        ArrayNode actions = requireActions(body);
        change(userId, content -> find(rules(content, kind), ruleId).set("actions", actions));
    }

    private void change(String userId, Consumer<ObjectNode> edit) {
        database.change(handle -> {
            handle.select("select 1 from users where user_id = ? for no key update", userId).mapTo(Integer.class).one();
            ObjectNode content = of(handle, userId);
            edit.accept(content);
            AccountData.set(handle, userId, AccountData.GLOBAL, TYPE, content);
        });
    }

    /** The user's own rules stand before the predefined ones, except that the master switch rules over all. */
    private static int place(ArrayNode rules, String kind, Optional<String> before, Optional<String> after) {
        Optional<Integer> wanted = before.map(id -> index(rules, id).orElseThrow(PushRules::noRule))
                .or(() -> after.map(id -> index(rules, id).orElseThrow(PushRules::noRule) + 1));
        return wanted.orElse(kind.equals("override") ? 1 : 0);
    }

    private static ArrayNode rules(ObjectNode content, String kind) {
        if (!KINDS.contains(kind)) {
            throw MatrixError.invalidParam("Unknown kind of rule");
        }
        return (ArrayNode) content.path("global").path(kind);
    }

    private static ObjectNode find(ArrayNode rules, String ruleId) {
        return (ObjectNode) rules.get(index(rules, ruleId).orElseThrow(PushRules::noRule));
    }

    private static Optional<Integer> index(ArrayNode rules, String ruleId) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).path("rule_id").asString("").equals(ruleId)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static ArrayNode requireActions(ObjectNode body) {
        JsonNode actions = body.path("actions");
        if (actions instanceof ArrayNode list) {
            return list;
        }
        throw actions.isMissingNode() ? MatrixError.missingParam("actions")
                : MatrixError.badJson("'actions' is no list");
    }

    private static MatrixError noRule() {
        return MatrixError.notFound("No such push rule");
    }

    private static String predefined() {
        try (InputStream stream = PushRules.class.getResourceAsStream("push-rules.json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
