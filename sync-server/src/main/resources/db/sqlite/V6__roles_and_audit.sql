-- Who may do what and where, who changed what, and how often somebody guessed wrongly. Times are milliseconds since 1970
-- UTC.

alter table account add column disabled integer;   -- since when nobody signs in with it; null: they may

create table staff_role (                          -- one of an account for each location; it holds for the branch
    account  integer not null references account (num),
    location integer references location (num),    -- null: everywhere
    role     text    not null                      -- viewer, editor, administrator
) strict;
create unique index staff_role_once on staff_role (account, coalesce(location, 0));
insert into staff_role (account, role) select num, 'administrator' from account;

alter table token add column role     text not null default 'administrator';
alter table token add column location integer references location (num); -- null: everywhere

alter table session add column browser text not null default '';         -- what it calls itself, in two words

create table password_link (                       -- by which somebody chooses a password, once; the account has none meanwhile
    account integer not null primary key references account (num),
    hash    blob    not null unique,               -- SHA-256 of the token
    expires integer not null
) strict;

create table attempt (                             -- wrong passwords and codes, so that all nodes count them together
    kind    text    not null,                      -- of what, and by what they are counted
    key     blob    not null,                      -- SHA-256 of a name or network
    count   integer not null,
    first   integer not null,
    last    integer not null,
    primary key (kind, key)
) strict, without rowid;
create index attempt_last on attempt (last);

create table audit (                               -- written in the transaction of the change
    num      integer primary key,
    at       integer not null,
    kind     text    not null,                     -- of who did it: staff, token, terminal, command
    who      text    not null,
    what     text    not null,
    subject  text    not null,                     -- what it was done to
    location text    not null,                     -- id; empty: everywhere
    before   text    not null,
    after    text    not null
) strict;
create index audit_location on audit (location, num);
