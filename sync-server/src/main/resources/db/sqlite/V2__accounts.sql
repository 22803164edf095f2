-- Staff who sign in on the pages. Times are milliseconds since 1970 UTC.

create table account (
    num      integer primary key,
    key      text    not null unique,              -- the name folded, so that Tiski and tiski are one
    name     text    not null,                     -- as it was typed
    password text    not null,                     -- Argon2id, PHC string
    created  integer not null
) strict;

create table setup_link (                          -- at most one, and none once there is an account
    one  integer primary key check (one = 1),
    hash blob    not null                          -- SHA-256 of the token
) strict;

create table session (
    hash    blob    not null primary key,          -- SHA-256 of the id in the browser
    account integer not null references account (num) on delete cascade,
    created integer not null,
    seen    integer not null                       -- to the minute
) strict, without rowid;
