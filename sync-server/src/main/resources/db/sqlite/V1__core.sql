-- Times are milliseconds since 1970 UTC unless a column says otherwise. Small integers stand for long names, so that a
-- response takes few bytes; what grows with every press (response, tally_*) names them without foreign keys, because a
-- check of each row would cost more than the insert and the program writes them in one place only.

create table location (
    num     integer primary key,
    id      text    not null unique,
    name    text    not null,                      -- JSON: language -> text
    parent  integer references location (num),     -- null at the top
    zone    text    not null                       -- IANA
) strict;
create index location_parent on location (parent);

create table terminal (
    num      integer primary key,
    id       text    not null unique,
    name     text    not null,
    secret   blob    not null,                     -- SHA-256
    enrolled integer not null,
    revoked  integer,
    seen     integer,                              -- last batch
    app      text    not null default '',          -- this and the next three: last heartbeat
    config   text    not null default '',
    pending  integer not null default 0,
    problems text    not null default ''           -- words, one a line
) strict;

create table assignment (
    terminal integer not null references terminal (num),
    since    integer not null,
    location integer not null references location (num),
    primary key (terminal, since)
) strict, without rowid;

create table enrolment_code (
    hash     blob    not null primary key,         -- SHA-256 of the code
    location integer not null references location (num),
    name     text    not null,
    expires  integer not null,
    terminal integer references terminal (num)     -- who used it
) strict, without rowid;

create table token (
    hash    blob    not null primary key,          -- SHA-256 of the token
    name    text    not null unique,
    created integer not null
) strict, without rowid;

create table questionnaire (
    num       integer primary key,
    key       text    not null unique,             -- id@version
    content   text    not null,                    -- JSON
    published integer not null
) strict;

create table publication (                         -- the newest (highest num) of a location counts for its branch
    num           integer primary key,
    location      integer not null references location (num),
    questionnaire integer not null references questionnaire (num),
    since         integer not null
) strict;
create index publication_location on publication (location);

create table question (
    num     integer primary key,
    key     text    not null unique,               -- id@version
    faces   integer,                               -- null: came with a response before any questionnaire named it
    content text                                   -- JSON
) strict;

create table journal (
    source   integer primary key,
    journal  blob    not null unique,              -- UUID
    terminal integer not null references terminal (num),
    last     integer not null,                     -- highest number it says it minted
    received integer not null                      -- rows in response
) strict;
create index journal_terminal on journal (terminal);

create table clock (                               -- what a terminal's clocks said; many responses share one
    source        integer not null references journal (source),
    clock         integer not null,                -- 0, 1, 2 ... within the source
    boot          blob    not null,                -- UUID
    offset_millis integer not null,                -- wall clock less uptime
    trusted       integer not null,
    primary key (source, clock),
    unique (source, boot, offset_millis, trusted)
) strict, without rowid;

create table response (                            -- append-only
    source   integer not null,
    number   integer not null,
    question integer not null,
    option   integer not null,
    visit    integer,                              -- null: its own number
    uptime   integer not null,                     -- milliseconds since boot
    clock    integer not null,
    at       integer,                              -- when it counts; null: what the terminal's wall clock said
    quality  integer not null,                     -- 0 trusted, 1 re-timed, 2 estimated
    location integer not null,
    primary key (source, number)
) strict, without rowid;

create view response_at as                         -- each response with its time, terminal and place
select r.source, r.number, j.terminal, r.location, r.question, r.option, coalesce(r.visit, r.number) as visit,
       coalesce(r.at, c.offset_millis + r.uptime) as at, r.quality
from response r
join journal j on j.source = r.source
join clock c on c.source = r.source and c.clock = r.clock;

create table conflict (                            -- numbers that came again with other content
    source   integer not null references journal (source),
    number   integer not null,
    question integer not null,
    option   integer not null,
    visit    integer not null,
    uptime   integer not null,
    clock    integer not null,
    received integer not null,
    primary key (source, number, question, option, visit, uptime, clock)
) strict, without rowid;

create table tally_hour (
    location integer not null,
    question integer not null,
    hour     integer not null,                     -- hours since 1970-01-01T00 of the location's local time
    terminal integer not null,
    option   integer not null,
    n        integer not null,
    primary key (location, question, hour, terminal, option)
) strict, without rowid;

create table tally_day (
    location integer not null,
    question integer not null,
    day      integer not null,                     -- days since 1970-01-01 of the location's local time
    terminal integer not null,
    option   integer not null,
    n        integer not null,
    primary key (location, question, day, terminal, option)
) strict, without rowid;
