package chat.pando.relay.http;

import chat.pando.relay.accounts.UserInteractiveAuth;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.keys.CrossSigning;
import chat.pando.relay.keys.DeviceKeys;
import chat.pando.relay.keys.DeviceListChanges;
import chat.pando.relay.keys.OneTimeKeys;
import chat.pando.relay.keys.ToDevice;
import tools.jackson.databind.node.ObjectNode;

/** End-to-end encryption: device keys, one-time keys, cross-signing, messages between devices. */
final class KeyRoutes {

    private final DeviceKeys deviceKeys;
    private final OneTimeKeys oneTimeKeys;
    private final CrossSigning crossSigning;
    private final ToDevice toDevice;
    private final DeviceListChanges deviceLists;
    private final UserInteractiveAuth interactiveAuth;
    private final String epoch;

    KeyRoutes(DeviceKeys deviceKeys, OneTimeKeys oneTimeKeys, CrossSigning crossSigning, ToDevice toDevice,
              DeviceListChanges deviceLists, UserInteractiveAuth interactiveAuth, String epoch) {
        this.deviceKeys = deviceKeys;
        this.oneTimeKeys = oneTimeKeys;
        this.crossSigning = crossSigning;
        this.toDevice = toDevice;
        this.deviceLists = deviceLists;
        this.interactiveAuth = interactiveAuth;
        this.epoch = epoch;
    }

    void addTo(Api api) {
        api.post("/v3/keys/upload", call -> deviceKeys.upload(call.who(), call.body()));
        api.post("/v3/keys/query", call -> deviceKeys.query(call.userId(), call.body()));
        api.post("/v3/keys/claim", call -> oneTimeKeys.claim(call.body()));
        api.get("/v3/keys/changes", call -> deviceLists.between(call.userId(), cursor(call, "from"),
                cursor(call, "to")));
        api.post("/v3/keys/device_signing/upload", call -> {
            ObjectNode body = call.body();
            if (crossSigning.replaces(call.userId(), body)) {
                interactiveAuth.requirePassword(body, call.userId());
            }
            crossSigning.upload(call.userId(), body);
            return Json.object();
        });
        api.post("/v3/keys/signatures/upload", call -> crossSigning.sign(call.userId(), call.body()));
        api.put("/v3/sendToDevice/{type}/{txnId}", call -> {
            toDevice.send(call.who(), call.path("type"), call.path("txnId"), call.body());
            return Json.object();
        });
    }

    private long cursor(Call call, String name) {
        return call.cursor(name, epoch).orElseThrow(() -> MatrixError.missingParam(name)).position();
    }
}
