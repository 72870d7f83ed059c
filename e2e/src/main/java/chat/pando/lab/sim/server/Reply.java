package chat.pando.lab.sim.server;

import chat.pando.json.JsonObject;

/** Where the answer to a request goes. */
interface Reply {

    void send(int status, JsonObject body);

    /** Whether nobody waits for the answer any more. */
    boolean abandoned();

    default void ok(JsonObject body) {
        send(200, body);
    }

    default void refuse(int status, String code) {
        send(status, JsonObject.builder().put("errcode", code).put("error", "").build());
    }
}
