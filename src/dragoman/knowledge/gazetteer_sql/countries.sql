SELECT iso3, iso2, name, geonames_id, population FROM country ORDER BY iso3;
