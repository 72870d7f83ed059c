package chat.pando.relay.http;

import chat.pando.relay.accounts.PushRules;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users want to be notified of; the relay itself pushes nothing. */
final class PushRuleRoutes {

    private static final String RULE = "/v3/pushrules/global/{kind}/{ruleId}";

    private final PushRules rules;

    PushRuleRoutes(PushRules rules) {
        this.rules = rules;
    }

    void addTo(Api api) {
        api.get("/v3/pushrules", call -> rules.all(call.userId()));
        api.get("/v3/pushrules/global", call -> rules.all(call.userId()).path("global"));
        api.get(RULE, call -> rules.rule(call.userId(), call.path("kind"), call.path("ruleId")));
        api.put(RULE, call -> {
            rules.put(call.userId(), call.path("kind"), call.path("ruleId"), call.body(), call.query("before"),
                    call.query("after"));
            return Json.object();
        });
        api.delete(RULE, call -> {
            rules.delete(call.userId(), call.path("kind"), call.path("ruleId"));
            return Json.object();
        });
        api.get(RULE + "/{field}", this::field);
        api.put(RULE + "/{field}", this::setField);
        api.get("/v3/pushers", call -> {
            ObjectNode answer = Json.object();
            answer.putArray("pushers");
            return answer;
        });
        api.get("/v3/notifications", call -> {
            ObjectNode answer = Json.object();
            answer.putArray("notifications");
            return answer;
        });
    }

    private JsonNode field(Call call) {
        ObjectNode rule = rules.rule(call.userId(), call.path("kind"), call.path("ruleId"));
        requireField(call.path("field"));
        return Json.object().set(call.path("field"), rule.path(call.path("field")));
    }

    private JsonNode setField(Call call) {
        requireField(call.path("field"));
        if (call.path("field").equals("enabled")) {
            rules.enable(call.userId(), call.path("kind"), call.path("ruleId"), call.body());
        } else {
            rules.setActions(call.userId(), call.path("kind"), call.path("ruleId"), call.body());
        }
        return Json.object();
    }

    private static void requireField(String field) {
        if (!field.equals("enabled") && !field.equals("actions")) {
            throw MatrixError.unrecognized(404);
        }
    }
}
