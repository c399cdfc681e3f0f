-- Finals on stage: what was set up beforehand, what happened (append-only), who runs it, who sits where.

create table final_match (
  id         bigint generated always as identity primary key,
  code       text        not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  title      text        not null check (title <> '' and char_length(title) <= 80),
  rules      text        not null, -- YAML as it was written: the rules of a match never change
  teams      json        not null, -- names, in the order of their seats
  created_by text        not null,
  created_at timestamptz not null
);

-- The questions of a match in the order in which they are played; the same for every replay.
create table match_question (
  match_id        bigint not null references final_match,
  ordinal         int    not null check (ordinal >= 1),
  item_version_id bigint references item_version,
  written         json, -- typed for this match, not from the bank
  primary key (match_id, ordinal),
  check ((item_version_id is null) <> (written is null))
);

-- The log. The state of a match is the fold of its rows in the order of their versions.
create table match_event (
  match_id      bigint      not null references final_match,
  version       bigint      not null check (version >= 1),
  author        text        not null check (author <> ''),
  at            timestamptz not null,
  payload       text        not null, -- JSON; text, because it is hashed and must come back as it went in
  previous_hash bytea       not null check (length(previous_hash) = 32),
  hash          bytea       not null check (length(hash) = 32),
  primary key (match_id, version)
);

create trigger match_event_append_only before update or delete or truncate on match_event
  for each statement execute function refuse_change();

-- Which node runs a match. The token grows with every take-over: who comes with an older one is fenced off.
create table match_owner (
  match_id    bigint primary key references final_match,
  node        text        not null,
  token       bigint      not null check (token >= 1),
  lease_until timestamptz not null
);

-- A one-time code binds one device to one team. Only keyed digests are kept.
create table match_seat (
  id         bigint generated always as identity primary key,
  match_id   bigint      not null references final_match,
  team       int         not null check (team >= 1),
  code_hash  bytea       not null check (length(code_hash) = 32),
  issued_by  text        not null,
  issued_at  timestamptz not null,
  taken_at   timestamptz,
  revoked_at timestamptz,
  unique (match_id, code_hash)
);
