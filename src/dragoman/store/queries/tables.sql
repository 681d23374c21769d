select table_name from duckdb_tables() where schema_name = 'main' and not internal and not temporary
order by table_name
