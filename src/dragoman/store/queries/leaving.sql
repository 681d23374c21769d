-- Names the reports that `delete` takes out.
create or replace temp table leaving as select unnest($ids::text[]) as id
