package chat.pando.relay.http;

import chat.pando.relay.accounts.AccountData;
import chat.pando.relay.accounts.Accounts;
import chat.pando.relay.accounts.Devices;
import chat.pando.relay.accounts.Filters;
import chat.pando.relay.accounts.Passwords;
import chat.pando.relay.accounts.PushRules;
import chat.pando.relay.accounts.Tokens;
import chat.pando.relay.accounts.UserInteractiveAuth;
import chat.pando.relay.backup.BackedUpKeys;
import chat.pando.relay.backup.BackupVersions;
import chat.pando.relay.db.Database;
import chat.pando.relay.events.Timeline;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.keys.CrossSigning;
import chat.pando.relay.keys.DeviceKeys;
import chat.pando.relay.keys.DeviceListChanges;
import chat.pando.relay.keys.OneTimeKeys;
import chat.pando.relay.keys.ToDevice;
import chat.pando.relay.media.Media;
import chat.pando.relay.rooms.Aliases;
import chat.pando.relay.rooms.ClientEvents;
import chat.pando.relay.rooms.Directory;
import chat.pando.relay.rooms.Membership;
import chat.pando.relay.rooms.Messages;
import chat.pando.relay.rooms.Profiles;
import chat.pando.relay.rooms.Receipts;
import chat.pando.relay.rooms.Relations;
import chat.pando.relay.rooms.RoomCreation;
import chat.pando.relay.rooms.RoomReading;
import chat.pando.relay.rooms.Sending;
import chat.pando.relay.rooms.Typing;
import chat.pando.relay.sync.RoomsSection;
import chat.pando.relay.sync.Sync;
import java.time.Clock;

/** Every endpoint with the parts that answer it, put together. */
public final class Endpoints {

    private final Foundation foundation;
    private final Database database;
    private final ServerName server;
    private final String epoch;
    private final Clock clock;
    private final Tokens tokens;
    private final UserInteractiveAuth interactiveAuth;
    private final Devices devices;
    private final Filters filters;
    private final Passwords passwords = new Passwords();
    private final Timeline timeline;
    private final Profiles profiles;
    private final ClientEvents clientEvents;
    private final OneTimeKeys oneTimeKeys;
    private final ToDevice toDevice;

    public Endpoints(Foundation foundation) {
        this.foundation = foundation;
        this.database = foundation.database();
        this.server = foundation.serverName();
        this.epoch = foundation.epoch();
        this.clock = foundation.clock();
        this.tokens = new Tokens(database, clock);
        this.interactiveAuth = new UserInteractiveAuth(database, passwords, server, clock);
        this.devices = new Devices(database);
        this.filters = new Filters(database);
        this.timeline = new Timeline(clock);
        this.profiles = new Profiles(database, timeline);
        this.clientEvents = new ClientEvents(clock);
        this.oneTimeKeys = new OneTimeKeys(database);
        this.toDevice = new ToDevice(database);
    }

    public Tokens tokens() {
        return tokens;
    }

    public void addTo(Api api) {
        new ServerRoutes().addTo(api);
        addAccounts(api);
        addRooms(api);
        addKeys(api);
        new MediaRoutes(new Media(database, server, clock)).addTo(api);
        RoomsSection rooms = new RoomsSection(clientEvents, epoch, clock);
        Sync sync = new Sync(database, rooms, oneTimeKeys, toDevice, foundation.wakeups(), foundation.executor(),
                foundation.scheduler(), epoch);
        new SyncRoutes(sync, filters).addTo(api);
    }

    private void addAccounts(Api api) {
        Accounts accounts = new Accounts(database, passwords, tokens, devices, server, clock);
        new AccountRoutes(accounts, tokens, interactiveAuth).addTo(api);
        new UserRoutes(profiles, devices, filters, new AccountData(database), interactiveAuth).addTo(api);
        new PushRuleRoutes(new PushRules(database)).addTo(api);
    }

    private void addRooms(Api api) {
        Aliases aliases = new Aliases(database, server);
        RoomCreation creation = new RoomCreation(database, timeline, profiles, server, clock);
        Membership membership = new Membership(database, timeline, profiles);
        new RoomRoutes(creation, membership, aliases, new Directory(database)).addTo(api);
        new EventRoutes(new Sending(database, timeline), new RoomReading(database, clientEvents),
                new Messages(database, clientEvents, epoch), new Receipts(database, clock),
                new Typing(database, foundation.scheduler(), clock), epoch).addTo(api);
        new RelationRoutes(new Relations(database, clientEvents, epoch), epoch).addTo(api);
    }

    private void addKeys(Api api) {
        CrossSigning crossSigning = new CrossSigning(database);
        DeviceKeys deviceKeys = new DeviceKeys(database, oneTimeKeys, crossSigning);
        new KeyRoutes(deviceKeys, oneTimeKeys, crossSigning, toDevice, new DeviceListChanges(database),
                interactiveAuth, epoch).addTo(api);
        new BackupRoutes(new BackupVersions(database), new BackedUpKeys(database)).addTo(api);
    }
}
