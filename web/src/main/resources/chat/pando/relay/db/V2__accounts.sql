create table users (
    user_id      text primary key,
    password     text not null,
    display_name text,
    avatar_url   text,
    created_at   bigint not null
);

create table devices (
    user_id      text not null references users,
    device_id    text not null,
    display_name text,
    last_seen_at bigint not null,
    last_seen_ip text not null,
    primary key (user_id, device_id)
);

-- Tokens are stored as SHA-256 only. A token made by a refresh names the refresh token it replaces: that one stays
-- valid until the new access token is first used, because the answer to the refresh may be lost on its way.
create table access_tokens (
    hash       bytea primary key,
    user_id    text not null,
    device_id  text not null,
    expires_at bigint,
    refresh    bytea,
    replaces   bytea,
    foreign key (user_id, device_id) references devices on delete cascade
);
create index access_tokens_by_device on access_tokens (user_id, device_id);
create index access_tokens_by_refresh on access_tokens (refresh);

create table refresh_tokens (
    hash      bytea primary key,
    user_id   text not null,
    device_id text not null,
    foreign key (user_id, device_id) references devices on delete cascade
);
create index refresh_tokens_by_device on refresh_tokens (user_id, device_id);

create table ui_auth_sessions (
    session    text primary key,
    purpose    text not null,
    created_at bigint not null
);

create table filters (
    user_id    text not null references users,
    filter_id  bigint not null,
    definition text not null,
    primary key (user_id, filter_id)
);

-- Global account data has the empty room id.
create table account_data (
    user_id  text not null references users,
    room_id  text not null,
    type     text not null,
    content  text not null,
    position bigint not null,
    primary key (user_id, room_id, type)
);
create index account_data_by_position on account_data (user_id, position);

-- What a request with a transaction id answered, so that its repetition answers the same.
create table transactions (
    user_id   text not null,
    device_id text not null,
    scope     text not null,
    txn_id    text not null,
    answer    text not null,
    primary key (user_id, device_id, scope, txn_id),
    foreign key (user_id, device_id) references devices on delete cascade
);
