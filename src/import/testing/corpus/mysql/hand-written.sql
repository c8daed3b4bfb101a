# Exercise 4: a small school
create table Teacher (
  id int auto_increment primary key,
  name varchar(40) not null,
  salary double(8,2),
  hired date default (curdate())
);
create table Lesson (
  id int auto_increment primary key,
  teacher_id int,
  room varchar(10),
  starts time,
  created_at timestamp default now(),
  index (room),
  foreign key (teacher_id) references Teacher(id)
) engine=innodb;
insert into Teacher (name, salary) values ("Ms. \"Kay\"", 1200.5), ('Mr. Low', null);
insert ignore into Lesson (teacher_id, room, starts) values (1, 'B2', '08:30'), (2, 'B3', '10:00');
insert into Teacher set name = 'Dr. New', salary = 900;
replace into Teacher (id, name) values (1, 'Ms. Kay');
insert into Lesson (id, room) values (1, 'C1') on duplicate key update room = values(room);
update Lesson set room = concat(room, '!') where starts > '09:00';
create view Early as select t.name, ifnull(l.room, 'none') as room from Teacher t left join Lesson l on l.teacher_id = t.id where l.starts < '09:00' limit 0, 10;
delete from Lesson where room is null limit 1;
alter table Lesson add column topic varchar(100) after room, modify starts time not null;
create index by_start on Lesson (starts);
show tables;
describe Lesson;
