INSERT INTO edition VALUES (?, ?);
