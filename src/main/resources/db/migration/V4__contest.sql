create sequence contest_seq increment by 50;
create sequence round_seq increment by 50;
create sequence rule_sheet_seq increment by 50;
create sequence window_change_seq increment by 50;

create table contest (
    id         bigint primary key,
    code       text        not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    title      text        not null check (length(title) between 1 and 80),
    organizer  text        not null check (length(organizer) between 1 and 80),
    created_at timestamptz not null
);

-- opens_at and closes_at are the fold of the rule sheet's window and of window_change, kept here because every answer is judged by
-- them in the statement that writes it: a change of the window is one row, however many people are answering.
create table round (
    id         bigint primary key,
    contest_id bigint      not null references contest,
    ordinal    int         not null check (ordinal >= 1),
    title      text        not null check (length(title) between 1 and 80),
    opens_at   timestamptz not null,
    closes_at  timestamptz not null,
    unique (contest_id, ordinal),
    check (opens_at < closes_at)
);

create table rule_sheet (
    id         bigint primary key,
    round_id   bigint      not null references round,
    version    int         not null check (version >= 1),
    sheet      jsonb       not null,
    author     text        not null,
    reason     text        not null,
    created_at timestamptz not null,
    unique (round_id, version)
);

-- The items from which the forms of a rule sheet are drawn, frozen with it, so that a form can be drawn again from its seed for ever.
create table rule_sheet_item (
    rule_sheet_id   bigint not null references rule_sheet,
    position        int    not null,
    item_version_id bigint not null references item_version,
    primary key (rule_sheet_id, position)
);

create table window_change (
    id         bigint primary key,
    round_id   bigint      not null references round,
    closes_at  timestamptz not null,
    author     text        not null,
    reason     text        not null check (length(reason) between 1 and 200),
    created_at timestamptz not null
);

-- One row; grows with every change of the tables above, so that nodes notice changes with one cheap look.
create table contest_revision (
    value bigint not null
);
insert into contest_revision values (1);
