-- A film rental with stores, staff and stock; stores have managers, who work in stores.
CREATE DOMAIN release_year AS integer CHECK (VALUE >= 1901 AND VALUE <= 2155);
CREATE TYPE film_rating AS ENUM ('G', 'PG', 'PG-13', 'R', 'NC-17');
CREATE TABLE country (country_id serial PRIMARY KEY, country varchar(50) NOT NULL, last_update timestamp NOT NULL DEFAULT now());
CREATE TABLE city (city_id serial PRIMARY KEY, city varchar(50) NOT NULL, country_id smallint NOT NULL REFERENCES country, last_update timestamp NOT NULL DEFAULT now());
CREATE TABLE address (address_id serial PRIMARY KEY, address varchar(50) NOT NULL, address2 varchar(50), district varchar(20) NOT NULL, city_id smallint NOT NULL REFERENCES city, postal_code varchar(10), phone varchar(20) NOT NULL);
CREATE TABLE language (language_id serial PRIMARY KEY, name char(20) NOT NULL);
CREATE TABLE actor (actor_id serial PRIMARY KEY, first_name varchar(45) NOT NULL, last_name varchar(45) NOT NULL);
CREATE TABLE film (
  film_id serial PRIMARY KEY,
  title varchar(255) NOT NULL,
  description text,
  release_year release_year,
  language_id smallint NOT NULL REFERENCES language,
  original_language_id smallint REFERENCES language,
  rental_duration smallint NOT NULL DEFAULT 3,
  rental_rate numeric(4, 2) NOT NULL DEFAULT 4.99,
  length smallint CHECK (length > 0),
  replacement_cost numeric(5, 2) NOT NULL DEFAULT 19.99,
  rating film_rating DEFAULT 'G',
  special_features text[],
  fulltext tsvector NOT NULL
);
CREATE TABLE film_actor (actor_id smallint NOT NULL REFERENCES actor, film_id smallint NOT NULL REFERENCES film, PRIMARY KEY (actor_id, film_id));
CREATE TABLE store (store_id serial PRIMARY KEY, manager_staff_id smallint NOT NULL UNIQUE, address_id smallint NOT NULL REFERENCES address);
CREATE TABLE staff (staff_id serial PRIMARY KEY, first_name varchar(45) NOT NULL, last_name varchar(45) NOT NULL, address_id smallint NOT NULL REFERENCES address, email varchar(50), store_id smallint NOT NULL REFERENCES store, active boolean NOT NULL DEFAULT true, username varchar(16) NOT NULL, picture bytea);
ALTER TABLE store ADD CONSTRAINT store_manager FOREIGN KEY (manager_staff_id) REFERENCES staff (staff_id);
CREATE TABLE customer (customer_id serial PRIMARY KEY, store_id smallint NOT NULL REFERENCES store, first_name varchar(45) NOT NULL, last_name varchar(45) NOT NULL, email varchar(50), address_id smallint NOT NULL REFERENCES address, activebool boolean NOT NULL DEFAULT true, create_date date NOT NULL DEFAULT 'now'::text::date);
CREATE TABLE inventory (inventory_id serial PRIMARY KEY, film_id smallint NOT NULL REFERENCES film, store_id smallint NOT NULL REFERENCES store);
CREATE TABLE rental (rental_id serial PRIMARY KEY, rental_date timestamp NOT NULL, inventory_id int NOT NULL REFERENCES inventory, customer_id smallint NOT NULL REFERENCES customer, return_date timestamp, staff_id smallint NOT NULL REFERENCES staff, UNIQUE (rental_date, inventory_id, customer_id), CHECK (return_date >= rental_date));
CREATE TABLE payment (payment_id serial PRIMARY KEY, customer_id smallint NOT NULL REFERENCES customer, staff_id smallint NOT NULL REFERENCES staff, rental_id int NOT NULL REFERENCES rental, amount numeric(5, 2) NOT NULL, payment_date timestamp NOT NULL);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.last_update := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE INSERT OR UPDATE ON country FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW film_list AS SELECT film.film_id, film.title, language.name AS language FROM film JOIN language USING (language_id);
