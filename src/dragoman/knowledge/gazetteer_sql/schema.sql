-- The compiled gazetteer: every city of GeoNames "cities500" and the names it goes by.
CREATE TABLE city (
    id INTEGER PRIMARY KEY,     -- GeoNames id
    name TEXT NOT NULL,
    country TEXT NOT NULL,      -- ISO 3166-1 alpha-3
    admin1 TEXT NOT NULL,       -- GeoNames code of the first-order division
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    population INTEGER NOT NULL,
    capital INTEGER NOT NULL    -- 1 for the capital of a state
);
-- rank 0: the city's own name; 1: an alternate name.
CREATE TABLE name (
    key TEXT NOT NULL,          -- the name as dragoman.knowledge.gazetteer.fold writes it
    city INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    PRIMARY KEY (key, city)
) WITHOUT ROWID;
CREATE TABLE country (
    iso3 TEXT PRIMARY KEY,
    iso2 TEXT NOT NULL,
    name TEXT NOT NULL,
    geonames_id INTEGER NOT NULL,
    population INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE edition (edition TEXT NOT NULL, cities INTEGER NOT NULL);
