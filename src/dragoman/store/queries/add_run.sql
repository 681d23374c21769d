insert into run
values ($id, $dragoman, $code_digest, $parser, $parser_digest, $tables_digest, $gazetteer)
on conflict (id) do nothing
