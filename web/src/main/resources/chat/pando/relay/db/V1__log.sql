-- What is true of the whole database: its epoch and the server name it was made for.
create table settings (
    name  text primary key,
    value text not null
);

-- The one log every change appends to, in its own transaction. A topic is a room id (!…) or a user id (@…).
-- Positions are handed out under an advisory lock that is held until commit, so they become visible in order.
create table log (
    position bigint generated always as identity primary key,
    topic    text not null,
    kind     text not null
);
create index log_by_topic on log (topic, position);
