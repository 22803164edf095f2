-- What is known of presses whose time is estimated, and how complete everything is. Times are milliseconds since 1970 UTC.

create table estimate (                            -- responses of quality 2: the press was made between these
    source integer not null,
    number integer not null,
    after  integer not null,
    before integer not null,
    primary key (source, number)
) strict, without rowid;
insert into estimate                               -- until now only this was known of them
select r.source, r.number,
       min(r.at, (select min(a.since) from assignment a where a.terminal = r.terminal)),
       max(r.at, coalesce((select t.seen from terminal t where t.num = r.terminal), r.at))
from response_at r where r.quality = 2;

alter table journal add column heard integer not null default 0;  -- newest moment at which it said how far it is
update journal set heard = coalesce((select t.seen from terminal t where t.num = journal.terminal), 0);

create table gap (                                 -- numbers up to journal.last that are not in response
    source   integer not null references journal (source),
    last     integer not null,
    first    integer not null,
    location integer not null,                     -- place and local day of the next response, else of journal.heard
    day      integer not null,
    primary key (source, last)
) strict, without rowid;

create table tally_arrival (
    location    integer not null,
    day         integer not null,                  -- days since 1970-01-01 of the location's local time
    terminal    integer not null,
    received    integer not null,                  -- rows in response
    missing     integer not null,                  -- numbers in gap
    conflicting integer not null,                  -- numbers in response and in conflict
    primary key (location, day, terminal)
) strict, without rowid;

create table tally_estimated (                     -- rows in estimate
    location integer not null,
    hour     integer not null,                     -- hours since 1970-01-01T00 of the location's local time
    terminal integer not null,
    n        integer not null,
    primary key (location, hour, terminal)
) strict, without rowid;
