-- Adminer 4.8.1 MySQL 8.0.32 dump

SET NAMES utf8;
SET time_zone = '+00:00';
SET foreign_key_checks = 0;
SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO';

SET NAMES utf8mb4;

DROP TABLE IF EXISTS `beehives`;
CREATE TABLE `beehives` (
  `id` mediumint unsigned NOT NULL AUTO_INCREMENT,
  `place` point NOT NULL,
  `queen_since` date DEFAULT NULL,
  `honey_kg` decimal(6,3) DEFAULT NULL,
  `remarks` tinytext,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci;

TRUNCATE `beehives`;

DROP TABLE IF EXISTS `inspections`;
CREATE TABLE `inspections` (
  `hive` mediumint unsigned NOT NULL,
  `day` date NOT NULL,
  `mites` int DEFAULT NULL,
  PRIMARY KEY (`hive`,`day`),
  CONSTRAINT `inspections_ibfk_1` FOREIGN KEY (`hive`) REFERENCES `beehives` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB;

TRUNCATE `inspections`;

-- 2024-06-01 08:00:00
