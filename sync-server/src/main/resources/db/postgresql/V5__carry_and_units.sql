-- As db/sqlite/V5. No PostgreSQL was ever older, so that nothing is there to be taken along.

create table enrolment (
    terminal bigint not null references terminal (num),
    number   bigint not null,
    since    bigint not null,
    secret   bytea  not null,
    primary key (terminal, number)
);
alter table terminal drop column secret;

alter table enrolment_code add column replaces bigint references terminal (num);

create table unit (
    terminal  bigint not null,
    enrolment bigint not null,
    unit      text collate "C" not null,
    first     bigint not null,
    last      bigint not null,
    turn      bigint not null,
    returns   bigint not null default 0,
    returned  bigint,
    primary key (terminal, enrolment, unit),
    foreign key (terminal, enrolment) references enrolment (terminal, number)
) with (fillfactor = 70);

create table unit_journal (
    terminal  bigint not null,
    enrolment bigint not null,
    unit      text collate "C" not null,
    source    bigint not null references journal (source),
    primary key (terminal, enrolment, unit, source),
    foreign key (terminal, enrolment, unit) references unit (terminal, enrolment, unit) on delete cascade
);
