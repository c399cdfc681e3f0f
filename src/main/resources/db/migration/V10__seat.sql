-- A device whose team has one already comes in only with the host's consent. Null while it waits.
alter table match_seat add column admitted_at timestamptz;

update match_seat set admitted_at = taken_at;

-- Read with each handshake of a seat, and when a code is redeemed.
create index match_seat_in_use on match_seat (match_id, team) where admitted_at is not null and revoked_at is null;
