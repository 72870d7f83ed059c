-- What an event says it relates to (m.relates_to), which stays readable when the event is encrypted.
alter table events add column relates_to text;
alter table events add column rel_type text;
create index events_by_relation on events (room_id, relates_to, position) where relates_to is not null;
