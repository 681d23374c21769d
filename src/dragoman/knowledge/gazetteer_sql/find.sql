-- All cities that go by one of the keys of a JSON list, own names first, large cities first.
SELECT name.key, name.rank, city.id, city.name, city.country, city.admin1,
       city.latitude, city.longitude, city.population, city.capital
FROM json_each(?1) AS wanted
JOIN name ON name.key = wanted.value
JOIN city ON city.id = name.city
ORDER BY name.key, name.rank, city.population DESC, city.id;
