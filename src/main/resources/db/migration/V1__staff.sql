-- Accounts of staff, their sessions, and the log of what they did.

create sequence staff_account_seq increment by 50;

create table staff_account (
  id                  bigint primary key,
  username            text        not null unique check (username ~ '^[a-z][a-z0-9._-]{1,39}$'),
  display_name        text        not null check (display_name <> ''),
  password_hash       text        not null,
  must_change         boolean     not null,
  enabled             boolean     not null,
  created_at          timestamptz not null,
  password_changed_at timestamptz not null
);

create table staff_role (
  account_id bigint not null references staff_account,
  role       text   not null check (role in
    ('admin', 'organizer', 'editor', 'reviewer', 'host', 'scorekeeper', 'judge', 'liaison', 'auditor')),
  primary key (account_id, role)
);

-- Only the SHA-256 of a cookie is kept: who reads this table cannot become anybody.
create table staff_session (
  token_hash   bytea primary key check (length(token_hash) = 32),
  account_id   bigint      not null references staff_account,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at)
);
create index on staff_session (account_id);

-- Failed sign-ins by account name (as typed, hashed) and by address. Rows a day old are swept away.
create table staff_throttle (
  kind          text        not null check (kind in ('account', 'address')),
  key           text        not null,
  failures      integer     not null check (failures >= 0),
  blocked_until timestamptz not null,
  last_at       timestamptz not null,
  primary key (kind, key)
);

-- From where an account was last used with success: a stranger's failures elsewhere do not delay it there.
create table staff_known_address (
  account_key text        not null,
  address     text        not null,
  last_at     timestamptz not null,
  primary key (account_key, address)
);

create table audit_entry (
  position      bigint primary key check (position > 0),
  at            timestamptz not null,
  actor         text        not null check (actor <> ''),
  action        text        not null check (action <> ''),
  subject       text        not null,
  reason        text        not null,
  detail        json        not null, -- json, not jsonb: the text is hashed and must come back as it went in
  previous_hash bytea       not null check (length(previous_hash) = 32),
  hash          bytea       not null unique check (length(hash) = 32)
);

-- The end of the chain: without it the newest entries could be cut off unnoticed.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  position bigint  not null,
  hash     bytea   not null
);
insert into audit_head (position, hash) values (0, decode(repeat('00', 32), 'hex'));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

create trigger audit_head_stays before delete or truncate on audit_head
  for each statement execute function refuse_change();

create trigger audit_head_moves_on before update on audit_head
  for each row when (new.position <> old.position + 1) execute function refuse_change();
