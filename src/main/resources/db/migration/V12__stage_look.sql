-- How a final presents itself: lines as typed, one row a match, replaced as a whole; who changed it stands in the audit log.

create table match_look (
  match_id    bigint      primary key references final_match,
  credits     text        not null, -- lines: who organizes, who supports
  lineup      text        not null, -- lines: the players of each team, in the order of the seats
  listed      boolean     not null, -- on the start page
  logo        bytea       not null check (length(logo) <= 4000000), -- PNG, written by us; empty: none
  logo_digest text        check (logo_digest ~ '^[0-9a-f]{64}$'),
  changed_at  timestamptz not null
);
