-- Brings a store of version 2 to version 3: the kind of the source of an attribution. Reports coded
-- before have none until they are coded again.
alter table attribution add column source_kind text;
