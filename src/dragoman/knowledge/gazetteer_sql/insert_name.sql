INSERT INTO name VALUES (?, ?, ?);
