-- Tells quickly whether anybody came or went between two positions.
create index events_of_membership on events (position) where membership is not null;
