-- Finals that do not count, and what the robots in them were told. A match without a row is played by people alone.

create table match_rehearsal (
  match_id   bigint primary key references final_match,
  pace       text check (pace in ('real', 'quick', 'rush')), -- null: the robots rest
  hosts      boolean     not null default false, -- whether a robot is the host as well
  every_seat boolean     not null default false, -- also where a device is connected
  told_by    text        not null,
  told_at    timestamptz not null
);

-- The demo final of earlier starts.
insert into match_rehearsal (match_id, told_by, told_at)
select id, created_by, created_at from final_match where created_by = 'system';
