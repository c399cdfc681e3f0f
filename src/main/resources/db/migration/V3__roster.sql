-- Units, persons, what they agreed to, and the brake on guessing personal codes.

create sequence unit_seq increment by 50;

create table unit (
    id        bigint primary key,
    parent    bigint references unit,
    name      text   not null check (char_length(name) between 1 and 100),
    headcount integer not null check (headcount >= 0),
    -- A unit is known by its path of names; also what makes a second load of the same file harmless.
    unique nulls not distinct (parent, name)
);

-- One row: goes up with every change of the tree, so that the nodes notice. Its lock puts loads one behind the other.
create table unit_version (
    only_row boolean primary key default true check (only_row),
    version  bigint not null
);
insert into unit_version (version) values (0);

create table person (
    id             bigint generated always as identity primary key,
    name           text        not null check (char_length(name) between 1 and 100),
    phone          text        not null unique check (phone ~ '^1[3-9][0-9]{9}$'),
    unit           bigint      not null references unit,
    code_digest    bytea       not null check (octet_length(code_digest) = 32),
    code_issued_at timestamptz not null,
    -- Cookies carry the epoch that they were issued in; a new personal code begins a new one and ends the older cookies.
    session_epoch  integer     not null default 0 check (session_epoch >= 0),
    registered_at  timestamptz not null
);
create index person_unit on person (unit);
create index person_new_epoch on person (code_issued_at) where session_epoch > 0;

create table consent (
    id           bigint generated always as identity primary key,
    person       bigint not null references person on delete cascade,
    kind         text   not null check (kind in ('privacy', 'full-name')),
    version      text   not null,
    granted_at   timestamptz,
    withdrawn_at timestamptz,
    check (num_nonnulls(granted_at, withdrawn_at) = 1)
);
create index consent_latest on consent (person, kind, id);

create function consent_is_append_only() returns trigger language plpgsql as $$
begin
    -- The cascade of an erased person arrives here one trigger deeper.
    if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
        return old;
    end if;
    raise exception 'consent is append-only';
end $$;
create trigger consent_append_only before update or delete on consent
    for each row execute function consent_is_append_only();

-- The current value of a consent is its latest row.
create function shows_full_name(person_id bigint) returns boolean language sql stable as $$
    select coalesce((select granted_at is not null from consent
                     where person = person_id and kind = 'full-name' order by id desc limit 1), false)
$$;

create table sign_in_failure (
    -- A keyed digest of the phone or of the address: neither is kept in the clear for people who never registered.
    key           text primary key check (char_length(key) = 64),
    failures      integer     not null check (failures >= 0),
    failed_at     timestamptz not null,
    blocked_until timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (failed_at);
