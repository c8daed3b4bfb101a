DROP TABLE IF EXISTS "Drones" CASCADE;
CREATE TABLE IF NOT EXISTS "Drones" ("id"   SERIAL , "callsign" VARCHAR(255) NOT NULL UNIQUE, "battery" FLOAT DEFAULT '1', "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY ("id"));
SELECT i.relname AS name, ix.indisprimary AS primary, ix.indisunique AS unique FROM pg_class t, pg_class i, pg_index ix WHERE t.oid = ix.indrelid AND i.oid = ix.indexrelid AND t.relkind = 'r' and t.relname = 'Drones' ORDER BY i.relname;
DO 'BEGIN CREATE TYPE "public"."enum_Flights_phase" AS ENUM(''taxi'', ''air'', ''landed''); EXCEPTION WHEN duplicate_object THEN null; END';
CREATE TABLE IF NOT EXISTS "Flights" ("id" UUID NOT NULL , "phase" "public"."enum_Flights_phase" DEFAULT 'taxi', "payload" JSONB, "DroneId" INTEGER REFERENCES "Drones" ("id") ON DELETE SET NULL ON UPDATE CASCADE, "createdAt" TIMESTAMP WITH TIME ZONE NOT NULL, "updatedAt" TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY ("id"));
COMMENT ON COLUMN "Flights"."payload" IS 'grams by kind';
INSERT INTO "Drones" ("id","callsign","battery","createdAt","updatedAt") VALUES (DEFAULT,'Kestrel',0.8,'2024-05-01 10:00:00.000 +00:00','2024-05-01 10:00:00.000 +00:00') RETURNING "id","callsign","battery","createdAt","updatedAt";
