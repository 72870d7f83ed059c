create table rooms (
    room_id    text primary key,
    version    text not null,
    published  boolean not null,
    created_at bigint not null
);

-- Every event ever accepted. Its position in the log is its place in the room's history, which has no branches.
create table events (
    position         bigint primary key,
    event_id         text not null unique,
    room_id          text not null references rooms,
    type             text not null,
    state_key        text,
    sender           text not null,
    content          text not null,
    origin_server_ts bigint not null,
    membership       text,
    redacts          text,
    redacted_by      text,
    device_id        text,
    txn_id           text
);
create index events_by_room on events (room_id, position);
create index events_of_state on events (room_id, type, state_key, position desc) where state_key is not null;

-- The newest m.room.member of each user in each room.
create table memberships (
    room_id    text not null references rooms,
    user_id    text not null,
    membership text not null,
    position   bigint not null,
    forgotten  boolean not null default false,
    primary key (room_id, user_id)
);
create index memberships_by_user on memberships (user_id, membership);

create table aliases (
    alias      text primary key,
    room_id    text not null references rooms,
    creator    text not null
);
create index aliases_by_room on aliases (room_id);

create table receipts (
    room_id   text not null references rooms,
    type      text not null,
    user_id   text not null,
    thread_id text not null,
    event_id  text not null,
    ts        bigint not null,
    position  bigint not null,
    primary key (room_id, type, user_id, thread_id)
);
create index receipts_by_position on receipts (room_id, position);

create table typing (
    room_id    text not null references rooms,
    user_id    text not null,
    expires_at bigint not null,
    primary key (room_id, user_id)
);
create index typing_by_expiry on typing (expires_at);
