create table device_keys (
    user_id   text not null,
    device_id text not null,
    keys      text not null,
    primary key (user_id, device_id),
    foreign key (user_id, device_id) references devices on delete cascade
);

-- In the order of upload, which is the order they are claimed in.
create table one_time_keys (
    upload    bigint generated always as identity primary key,
    user_id   text not null,
    device_id text not null,
    algorithm text not null,
    key_id    text not null,
    key       text not null,
    unique (user_id, device_id, algorithm, key_id),
    foreign key (user_id, device_id) references devices on delete cascade
);
create index one_time_keys_by_device on one_time_keys (user_id, device_id, algorithm, upload);

create table fallback_keys (
    user_id   text not null,
    device_id text not null,
    algorithm text not null,
    key_id    text not null,
    key       text not null,
    used      boolean not null,
    primary key (user_id, device_id, algorithm),
    foreign key (user_id, device_id) references devices on delete cascade
);

create table cross_signing_keys (
    user_id text not null references users,
    usage   text not null,
    keys    text not null,
    primary key (user_id, usage)
);

-- Signatures made after the signed object was uploaded; target is a device id or the public key of a cross-signing key.
create table key_signatures (
    target_user text not null,
    target      text not null,
    signer      text not null,
    key_id      text not null,
    signature   text not null,
    primary key (target_user, target, signer, key_id)
);

create table device_list_changes (
    position bigint primary key,
    user_id  text not null
);
create index device_list_changes_by_user on device_list_changes (user_id, position);

create table to_device (
    position  bigint primary key,
    user_id   text not null,
    device_id text not null,
    sender    text not null,
    type      text not null,
    content   text not null,
    foreign key (user_id, device_id) references devices on delete cascade
);
create index to_device_by_device on to_device (user_id, device_id, position);
