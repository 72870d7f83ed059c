create table media (
    media_id     text primary key,
    user_id      text not null references users,
    content_type text not null,
    file_name    text,
    bytes        bytea,
    created_at   bigint not null
);
