-- What a visit leaves beside plain answers, and what terminals are told to be. Times are milliseconds since 1970 UTC.

create table extra (                               -- what few responses have
    source     integer not null,
    number     integer not null,
    takes_back integer,                            -- number of the response that this one takes back
    misuse     integer,                            -- version of the rule that set it aside from the figures
    primary key (source, number)
) strict, without rowid;
create index extra_takes_back on extra (source, takes_back) where takes_back is not null;

create table comment (                             -- what a visitor wrote, masked on the terminal
    source integer not null,
    number integer not null,
    text   text    not null,
    primary key (source, number)
) strict, without rowid;

alter table conflict rename to conflict_before;
create table conflict (                            -- numbers that came again with other content
    source     integer not null references journal (source),
    number     integer not null,
    question   integer not null,
    option     integer not null,
    visit      integer not null,
    uptime     integer not null,
    clock      integer not null,
    takes_back integer not null,                   -- 0: none
    misuse     integer not null,                   -- 0: none
    comment    text    not null,                   -- empty: none
    received   integer not null,
    primary key (source, number, question, option, visit, uptime, clock, takes_back, misuse, comment)
) strict, without rowid;
insert into conflict
select source, number, question, option, visit, uptime, clock, 0, 0, '', received from conflict_before;
drop table conflict_before;

alter table question add column kind text;         -- faces, choice, choices, scale, comment; null: no questionnaire named it yet
alter table question add column options integer;   -- how many it has; null as above
update question set kind = 'faces', options = faces where faces is not null;
alter table question drop column faces;

alter table terminal add column refused_config text not null default '';  -- last heartbeat: what it could not show
alter table terminal add column refused_why    text not null default '';

create table setting (                             -- counts for the branch, each kind by itself; the nearest wins
    location integer not null references location (num),
    kind     text    not null,                     -- look, behaviour, staff-pin
    content  text    not null,                     -- JSON
    version  text    not null,                     -- hash of the content
    changed  integer not null,
    primary key (location, kind)
) strict, without rowid;
