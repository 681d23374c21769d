-- Brings a store of version 1 to version 2: what reports say of who holds which office. Reports
-- coded before have no observations until they are coded again.
create table observation (
    report text not null,
    number integer not null,
    begins integer not null,
    ends integer not null,
    name text not null,
    actor_id text,
    role text not null,
    title text not null,
    country text not null,
    day date not null,
    against text
);
