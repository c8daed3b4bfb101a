-- Warehouses, bins, stock with reservations, movements and counts.
CREATE TYPE dimensions AS (length_mm int, width_mm int, height_mm int);
CREATE TABLE warehouses (code varchar(4) PRIMARY KEY, name text NOT NULL, address jsonb NOT NULL);
CREATE TABLE bins (warehouse varchar(4) REFERENCES warehouses, aisle char(1) CHECK (aisle ~ '[A-Z]'), rack smallint CHECK (rack BETWEEN 1 AND 30), level smallint CHECK (level BETWEEN 0 AND 5), size dimensions NOT NULL, PRIMARY KEY (warehouse, aisle, rack, level));
CREATE TABLE items (item_no varchar(12) PRIMARY KEY, description text NOT NULL, unit varchar(5) NOT NULL CHECK (unit IN ('pc', 'kg', 'm', 'l')), reorder_level numeric(10, 3) NOT NULL CHECK (reorder_level >= 0), packaging dimensions, lot_controlled boolean NOT NULL);
CREATE TABLE lots (item_no varchar(12) REFERENCES items, lot_no varchar(20), produced date, expires date, PRIMARY KEY (item_no, lot_no), CHECK (expires > produced));
CREATE TABLE stock (
  warehouse varchar(4), aisle char(1), rack smallint, level smallint,
  item_no varchar(12), lot_no varchar(20),
  on_hand numeric(12, 3) NOT NULL CHECK (on_hand >= 0),
  reserved numeric(12, 3) NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  CHECK (reserved <= on_hand),
  PRIMARY KEY (warehouse, aisle, rack, level, item_no, lot_no),
  FOREIGN KEY (warehouse, aisle, rack, level) REFERENCES bins,
  FOREIGN KEY (item_no, lot_no) REFERENCES lots
);
CREATE TABLE movements (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item_no varchar(12) NOT NULL REFERENCES items, from_warehouse varchar(4) REFERENCES warehouses, to_warehouse varchar(4) REFERENCES warehouses, quantity numeric(12, 3) NOT NULL CHECK (quantity > 0), moved_at timestamptz NOT NULL, CHECK (from_warehouse IS NOT NULL OR to_warehouse IS NOT NULL), CHECK (from_warehouse IS DISTINCT FROM to_warehouse));
CREATE TABLE counts (warehouse varchar(4) REFERENCES warehouses, counted_on date, item_no varchar(12) REFERENCES items, expected numeric(12, 3) NOT NULL, counted numeric(12, 3) NOT NULL CHECK (counted >= 0), difference numeric(12, 3) GENERATED ALWAYS AS (counted - expected) STORED, PRIMARY KEY (warehouse, counted_on, item_no));
