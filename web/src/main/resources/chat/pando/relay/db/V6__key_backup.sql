create table backup_versions (
    user_id   text not null references users,
    version   bigint not null,
    algorithm text not null,
    auth_data text not null,
    etag      bigint not null,
    deleted   boolean not null default false,
    primary key (user_id, version)
);

create table backup_keys (
    user_id             text not null,
    version             bigint not null,
    room_id             text not null,
    session_id          text not null,
    first_message_index bigint not null,
    forwarded_count     bigint not null,
    is_verified         boolean not null,
    session_data        text not null,
    primary key (user_id, version, room_id, session_id),
    foreign key (user_id, version) references backup_versions on delete cascade
);
