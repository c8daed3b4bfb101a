-- Views, keys and rows before the tables that they need, and two tables that need each other
create view free_seats as
  select f.code, f.seats - count(t.id) as free
  from flight f left join ticket t on t.flight_id = f.id
  group by f.id;

create table ticket (
  id int primary key,
  flight_id int not null references flight (id),
  passenger_id int references passenger (id) on delete set null
);

create table passenger (
  id int primary key,
  name text not null,
  main_card_id int constraint has_main_card references loyalty_card (id)
);

create table loyalty_card (
  id int primary key,
  owner_id int not null references passenger (id),
  miles int default 0
);

insert into ticket values (1, 1, 1), (2, 1, null);
insert into passenger values (1, 'Inês', 5);
insert into loyalty_card values (5, 1, 1200);
insert into flight values (1, 'TP123', 180, 'on_time');

create table flight (
  id int primary key,
  code char(5) unique,
  seats int,
  state flight_state
);

create type flight_state as enum ('on_time', 'late');
comment on view free_seats is 'Seats without a ticket';
