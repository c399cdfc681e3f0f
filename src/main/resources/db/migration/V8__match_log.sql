-- The log of a final as a document: who has the match, where it came from, what was kept on paper.

-- A match that the hall runs on a server of its own. While a row is open, this server appends nothing to the log.
create table match_handout (
  id                bigint generated always as identity primary key,
  match_id          bigint      not null references final_match,
  handed_by         text        not null,
  handed_at         timestamptz not null,
  version           bigint      not null check (version >= 0), -- of the log that was handed out
  seed              bytea       not null check (length(seed) = 32), -- of the key that signs what comes back
  set_up            text        not null, -- as it was written: what comes back must be the same
  questions         text[]      not null,
  returned_by       text,
  returned_at       timestamptz,
  taken_back_by     text,
  taken_back_at     timestamptz,
  taken_back_reason text,
  check ((returned_at is null) = (returned_by is null)),
  check (num_nulls(taken_back_at, taken_back_by, taken_back_reason) in (0, 3))
);

create unique index match_handout_open on match_handout (match_id) where returned_at is null and taken_back_at is null;

-- A match that came from another server, as that server wrote it.
create table match_origin (
  match_id    bigint primary key references final_match,
  handout_id  bigint      not null, -- number of the hand-over there
  seed        bytea       not null check (length(seed) = 32), -- of the key that signs what goes back
  version     bigint      not null check (version >= 0), -- of the log that came
  set_up      text        not null,
  questions   text[]      not null,
  handed_by   text        not null,
  handed_at   timestamptz not null
);

-- Points that were kept on paper. Whether a second person has confirmed them stands in the log of the match.
create table match_paper (
  id                bigint generated always as identity primary key,
  match_id          bigint      not null references final_match,
  team              int         not null check (team >= 1),
  segment           int         not null check (segment >= -1),
  question          int check (question >= 1),
  points_hundredths bigint      not null check (points_hundredths <> 0),
  reason            text        not null check (reason <> '' and char_length(reason) <= 200),
  entered_by        text        not null,
  entered_at        timestamptz not null,
  dropped_by        text,
  dropped_at        timestamptz,
  check ((dropped_at is null) = (dropped_by is null))
);

create index match_paper_of on match_paper (match_id, id);
