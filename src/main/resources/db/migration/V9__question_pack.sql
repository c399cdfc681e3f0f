-- The questions of a match by segment, and packs of them that are sealed until two keys open them on stage.

-- Index of the segment that a question is for; null: a spare one, for any segment. What was drawn before has none.
alter table match_question add column segment int check (segment >= 0);

-- One row a match whose questions somebody has worked on. While it is sealed the questions are in the ciphertext and nowhere else.
create table question_pack (
  match_id    bigint primary key references final_match,
  status      text        not null check (status in ('draft', 'approved', 'sealed', 'opened')),
  revision    int         not null check (revision >= 0), -- grows with every change of the questions
  editors     text[]      not null, -- whoever has changed this pack
  approved_by text,
  approved_at timestamptz,
  sealed_by   text,
  sealed_at   timestamptz,
  hash        bytea check (length(hash) = 32), -- SHA-256 of the plain text, which holds a random salt; public
  ciphertext  bytea, -- AES-256-GCM, the nonce in front
  wrapped_key bytea, -- of the ciphertext, under what two of the three keys add up to
  opened_key  bytea, -- of the ciphertext, under the server's secret; since it was opened
  opened_at   timestamptz,
  check (not (approved_by = any (editors))), -- four eyes
  check ((status in ('sealed', 'opened')) = (ciphertext is not null)),
  check ((ciphertext is null) = (hash is null) and (ciphertext is null) = (wrapped_key is null)),
  check ((status = 'opened') = (opened_key is not null)),
  check (status = 'draft' or approved_by is not null)
);

-- The three keys of a sealed pack, each given to one person once.
create table question_pack_key (
  match_id     bigint not null references question_pack,
  number       int    not null check (number between 1 and 3),
  holder       text   not null,
  digest       bytea  not null check (length(digest) = 32), -- keyed; tells a right key from a wrong one
  held         bytea, -- under the server's secret, until its holder has read it
  collected_at timestamptz,
  entered      bytea, -- under the server's secret, from when it was entered until the pack is open
  entered_by   text,
  entered_at   timestamptz,
  primary key (match_id, number),
  unique (match_id, holder),
  unique (match_id, entered_by) -- two keys, two people
);

-- Wrong keys, to stop who guesses.
create table question_pack_try (
  match_id bigint      not null references question_pack,
  account  text        not null,
  at       timestamptz not null
);
create index on question_pack_try (match_id, account, at);
