-- A host's private notes, by what they belong to: the newest row of a place counts, nothing is overwritten.

create table match_note (
  id       bigint generated always as identity primary key,
  match_id bigint      not null references final_match,
  place    text        not null check (place ~ '^(match|(segment|item)/[0-9]{1,4})$'),
  body     text        not null check (char_length(body) <= 2000),
  author   text        not null check (author <> ''),
  at       timestamptz not null
);
create index on match_note (match_id, place, id);

create trigger match_note_append_only before update or delete or truncate on match_note
  for each statement execute function refuse_change();
