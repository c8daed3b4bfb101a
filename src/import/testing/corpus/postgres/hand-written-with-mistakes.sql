-- somebody's homework
create table Students (
  id serial primary key,
  name varchar(50) not null,
  birth date,
);

create table courses (
  id serial primary key,
  title varchar(100) not null
  credits int
);

create table enrolments (
  student_id int references students(id),
  course_id int references courses(id),
  grade int check (grade between 0 and 20),
  primary key (student_id, course_id)
);

create table rooms (id int primary key, seats int default 30);
create table rooms (id int primary key, floor int);
insert into rooms values (1, 25), (2, 'many');
insert into rooms (id, seats) values (3, 40)
insert into rooms (id) values (4);
insert into rooms values (5, 10, 'extra');
select * from teachers;
create table exams (
  id int primary key,
  room int references rooms(id),
  taken timestamp default now(;
insert into rooms values (6, 12);
create index on rooms(flor);
alter table rooms add column building text default 'A';
