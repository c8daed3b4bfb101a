BEGIN TRANSACTION;
DROP TABLE IF EXISTS "Trips";
CREATE TABLE "Trips" (
	"ID"	INTEGER,
	"From"	TEXT NOT NULL,
	"To"	TEXT NOT NULL,
	"Km"	REAL,
	"Day"	TEXT,
	PRIMARY KEY("ID" AUTOINCREMENT),
	FOREIGN KEY("From") REFERENCES "Stops"("Name")
);
DROP TABLE IF EXISTS "Stops";
CREATE TABLE "Stops" (
	"Name"	TEXT NOT NULL UNIQUE,
	"Lat"	NUMERIC,
	"Lon"	NUMERIC,
	PRIMARY KEY("Name")
);
INSERT INTO "Trips" ("ID","From","To","Km","Day") VALUES (1,'Faro','Lagos',80.5,'2023-08-01');
INSERT INTO "Trips" ("ID","From","To","Km","Day") VALUES (2,'Lagos','Faro',81,'2023-08-02');
INSERT INTO "Stops" ("Name","Lat","Lon") VALUES ('Faro',37.01,-7.93);
INSERT INTO "Stops" ("Name","Lat","Lon") VALUES ('Lagos',37.1,-8.67);
COMMIT;
