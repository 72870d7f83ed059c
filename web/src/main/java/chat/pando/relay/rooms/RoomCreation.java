package chat.pando.relay.rooms;

import chat.pando.relay.accounts.Accounts;
import chat.pando.relay.db.Database;
import chat.pando.relay.events.Draft;
import chat.pando.relay.events.Event;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Making a room: all of its first events in one transaction (Client-Server API, "POST createRoom"). */
public final class RoomCreation {

    public static final String DEFAULT_VERSION = "11";
    public static final Set<String> VERSIONS = Set.of("10", "11");

    private final Database database;
    private final Timeline timeline;
    private final Profiles profiles;
    private final ServerName server;
    private final Clock clock;

    public RoomCreation(Database database, Timeline timeline, Profiles profiles, ServerName server, Clock clock) {
        this.database = database;
        this.timeline = timeline;
        this.profiles = profiles;
        this.server = server;
        this.clock = clock;
    }

    public String create(String creator, ObjectNode request) {
        String version = Fields.text(request, "room_version").orElse(DEFAULT_VERSION);
        if (!VERSIONS.contains(version)) {
            throw new MatrixError(400, "M_UNSUPPORTED_ROOM_VERSION", "Unsupported room version");
        }
        Preset preset = Preset.of(request);
        Optional<String> alias = Fields.text(request, "room_alias_name").map(server::alias);
        String roomId = server.newRoom();
        database.change(handle -> {
            boolean isPublished = Fields.text(request, "visibility").filter("public"::equals).isPresent();
            handle.execute("insert into rooms (room_id, version, published, created_at) values (?, ?, ?, ?)", roomId,
                    version, isPublished, clock.millis());
            new FirstEvents(handle, roomId, creator, request).send(version, preset, alias);
        });
        return roomId;
    }

    /** The events a room begins with. */
    private final class FirstEvents {

        private final Handle handle;
        private final String roomId;
        private final String creator;
        private final ObjectNode request;

        FirstEvents(Handle handle, String roomId, String creator, ObjectNode request) {
            this.handle = handle;
            this.roomId = roomId;
            this.creator = creator;
            this.request = request;
        }

        void send(String version, Preset preset, Optional<String> alias) {
            List<String> invitees = Fields.texts(request, "invite");
            send(Event.CREATE, "", createContent(version));
            send(Event.MEMBER, creator, profiles.memberContent(handle, creator, "join"));
            send(Event.POWER_LEVELS, "", powerLevels(preset, invitees));
            alias.ifPresent(name -> {
                if (!Aliases.add(handle, name, roomId, creator)) {
                    throw new MatrixError(400, "M_ROOM_IN_USE", "Room alias already taken");
                }
                send(Event.CANONICAL_ALIAS, "", Json.object().put("alias", name));
            });
            sendPreset(preset, sendInitialState());
            Fields.text(request, "name").ifPresent(name -> send(Event.NAME, "", Json.object().put("name", name)));
            Fields.text(request, "topic").ifPresent(topic -> send(Event.TOPIC, "", Json.object().put("topic", topic)));
            invitees.forEach(this::invite);
        }

        private ObjectNode createContent(String version) {
            ObjectNode content = Fields.object(request, "creation_content").map(ObjectNode::deepCopy)
                    .orElseGet(Json::object);
            content.remove("creator");
            if (version.equals("10")) {
                content.put("creator", creator);
            }
            return content.put("room_version", version);
        }

        private ObjectNode powerLevels(Preset preset, List<String> invitees) {
            ObjectNode content = Json.object().put("users_default", 0).put("events_default", 0)
                    .put("state_default", 50).put("ban", 50).put("kick", 50).put("redact", 50)
                    .put("invite", preset == Preset.PUBLIC ? 50 : 0);
            ObjectNode users = content.putObject("users").put(creator, 100);
            if (preset == Preset.TRUSTED_PRIVATE) {
                invitees.forEach(invitee -> users.put(invitee, 100));
            }
            content.putObject("events").put(Event.NAME, 50).put(Event.AVATAR, 50).put(Event.CANONICAL_ALIAS, 50)
                    .put(Event.POWER_LEVELS, 100).put(Event.HISTORY_VISIBILITY, 100).put("m.room.tombstone", 100)
                    .put("m.room.server_acl", 100).put(Event.ENCRYPTION, 100);
            Fields.object(request, "power_level_content_override").ifPresent(content::setAll);
            return content;
        }

        private Set<String> sendInitialState() {
            Set<String> sent = new HashSet<>();
            for (ObjectNode state : Fields.objects(request, "initial_state")) {
                String type = Fields.requireText(state, "type");
                String key = Fields.text(state, "state_key").orElse("");
                send(type, key, Fields.requireObject(state, "content"));
                if (key.isEmpty()) {
                    sent.add(type);
                }
            }
            return sent;
        }

        private void sendPreset(Preset preset, Set<String> given) {
            preset.state().forEach((type, content) -> {
                if (!given.contains(type)) {
                    send(type, "", content);
                }
            });
        }

        private void invite(String invitee) {
            Accounts.requireExists(handle, invitee);
            ObjectNode content = profiles.memberContent(handle, invitee, "invite");
            Fields.flag(request, "is_direct").filter(direct -> direct)
                    .ifPresent(direct -> content.put("is_direct", true));
            send(Event.MEMBER, invitee, content);
        }

        private void send(String type, String key, ObjectNode content) {
            timeline.append(handle, Draft.state(roomId, creator, type, key, content));
        }
    }
}
