-- Which machine stands as a terminal since when, and what bundles carried by hand are signed with. Times are milliseconds
-- since 1970 UTC.

create table enrolment (                           -- the highest number of a terminal holds; bundles of those before are taken
    terminal integer not null references terminal (num),
    number   integer not null,                     -- 0, 1, 2 ...
    since    integer not null,
    secret   blob    not null,                     -- SHA-256
    primary key (terminal, number)
) strict, without rowid;
insert into enrolment select num, 0, enrolled, secret from terminal;
alter table terminal drop column secret;

alter table enrolment_code add column replaces integer references terminal (num); -- null: it makes a new terminal

create table unit (                                -- machines that named themselves in heartbeats
    terminal  integer not null,
    enrolment integer not null,
    unit      text    not null,
    first     integer not null,
    last      integer not null,
    turn      integer not null,                    -- the highest is the one heard last
    returns   integer not null default 0,          -- how often it came back after another one
    returned  integer,                             -- when it last did
    primary key (terminal, enrolment, unit),
    foreign key (terminal, enrolment) references enrolment (terminal, number)
) strict, without rowid;

create table unit_journal (                        -- what each of them sent from
    terminal  integer not null,
    enrolment integer not null,
    unit      text    not null,
    source    integer not null references journal (source),
    primary key (terminal, enrolment, unit, source),
    foreign key (terminal, enrolment, unit) references unit (terminal, enrolment, unit) on delete cascade
) strict, without rowid;
