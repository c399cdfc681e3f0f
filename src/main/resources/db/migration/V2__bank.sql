-- The question bank. Every table here only grows: rows are appended and never changed, see bank_append_only().

create sequence bank_load_seq;
-- Pooled by Hibernate: a node takes 50 ids at a time.
create sequence item_version_seq increment by 50;
create sequence item_status_seq increment by 50;

-- One row per load that changed something. Ids grow in the order of the loads, which one advisory lock keeps apart.
create table bank_load (
  id        bigint primary key,
  loaded_at timestamptz not null
);

-- One wording of an item. An item is known by its code; the newest version is the one with the highest number.
create table item_version (
  id           bigint primary key,
  code         text not null check (code ~ '^[a-z][a-z0-9]*-[0-9]{3,5}$'),
  version      integer not null check (version >= 1),
  replaces     bigint references item_version,
  load_id      bigint not null references bank_load,
  type         text not null check (type in ('single', 'multiple', 'true-false', 'fill-in')),
  stem         text not null check (stem <> ''),
  options      jsonb not null check (jsonb_typeof(options) = 'array'),
  answer_key   jsonb not null check (jsonb_typeof(answer_key) = 'object'),
  explanation  text not null,
  source       jsonb not null check (jsonb_typeof(source) = 'object'),
  difficulty   integer not null check (difficulty between 1 and 5),
  topics       jsonb not null check (jsonb_typeof(topics) = 'array' and jsonb_array_length(topics) >= 1),
  facts        jsonb not null check (jsonb_typeof(facts) = 'array'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  unique (code, version),
  unique (replaces),
  check ((version = 1) = (replaces is null))
);

-- What an item is from a load on. The row of the latest load counts.
create table item_status (
  id              bigint primary key,
  code            text not null,
  load_id         bigint not null references bank_load,
  item_version_id bigint not null references item_version,
  status          text not null check (status in ('draft', 'reviewed', 'retired')),
  unique (code, load_id)
);

create function bank_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name;
end $$;

create trigger bank_load_append_only before update or delete on bank_load
  for each row execute function bank_append_only();
create trigger item_version_append_only before update or delete on item_version
  for each row execute function bank_append_only();
create trigger item_status_append_only before update or delete on item_status
  for each row execute function bank_append_only();
