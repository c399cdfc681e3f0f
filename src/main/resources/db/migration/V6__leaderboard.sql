-- What the boards are made of, one row a person who finished an attempt of the round.
create table standing (
    round_id          bigint      not null references round,
    person_id         bigint      not null references person,
    ordinal           int         not null,
    attempts          int         not null,
    points_hundredths bigint      not null,
    elapsed_millis    bigint      not null,
    finished_at       timestamptz not null,
    -- Grows with every change of the row, so that an old state never overwrites a newer one on a board.
    revision          bigint      not null,
    primary key (round_id, person_id)
);

-- Standings whose boards are behind; written with the standing, deleted after Redis has it.
create table board_outbox (
    id        bigint generated always as identity primary key,
    round_id  bigint not null,
    person_id bigint not null
);
