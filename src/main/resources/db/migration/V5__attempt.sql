create sequence attempt_seq increment by 1 cache 50;

create table attempt (
    id                bigint primary key,
    round_id          bigint      not null references round,
    person_id         bigint      not null references person,
    rule_sheet_id     bigint      not null references rule_sheet,
    ordinal           int         not null check (ordinal >= 1),
    -- The day of its start in the contest's zone; the allowance per day counts by it.
    day               date        not null,
    seed              bigint      not null,
    created_at        timestamptz not null,
    -- The first delivery: the personal clock runs from here.
    started_at        timestamptz,
    -- When the personal clock is over; null: only the round's end. The deadline is the earlier of the two, see round.
    clock_ends_at     timestamptz,
    -- With a clock per question: the only slot that can be answered, and since when.
    question_millis   int,
    current_slot      smallint,
    current_since     timestamptz,
    finished_at       timestamptz,
    points_hundredths bigint,
    elapsed_millis    bigint,
    -- Hundredths of a point by slot; recomputed when a key changes, never edited.
    marks_hundredths  int[],
    unique (round_id, person_id, ordinal),
    check ((finished_at is null) = (points_hundredths is null)),
    check ((finished_at is null) = (elapsed_millis is null)),
    check (finished_at is null or finished_at >= started_at)
) with (fillfactor = 70);

-- A double tap, two tabs, two phones: one open attempt.
create unique index attempt_open on attempt (round_id, person_id) where finished_at is null;

create table response (
    attempt_id  bigint      not null,
    slot        smallint    not null,
    client_seq  int         not null check (client_seq >= 1),
    answer      text        not null,
    -- The instant at which the request arrived, whatever the queue behind it; milliseconds.
    received_at timestamptz not null,
    primary key (attempt_id, slot, client_seq)
);
create index response_received on response using brin (received_at);

-- With a clock per question: when each was delivered.
create table delivery (
    attempt_id   bigint      not null,
    slot         smallint    not null,
    delivered_at timestamptz not null,
    primary key (attempt_id, slot)
);
