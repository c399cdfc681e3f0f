-- Rules of finals that staff have written. A version is never changed: saving appends the next one.
create sequence final_rules_set;

create table final_rules (
  set_id   bigint      not null,
  version  int         not null check (version >= 1),
  title    text        not null check (title <> ''),
  rules    text        not null, -- YAML that was valid when it was saved
  saved_by text        not null check (saved_by <> ''),
  saved_at timestamptz not null,
  primary key (set_id, version)
);

create trigger final_rules_append_only before update or delete or truncate on final_rules
  for each statement execute function refuse_change();
