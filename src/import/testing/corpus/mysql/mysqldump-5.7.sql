-- MySQL dump 10.13  Distrib 5.7.42, for Linux (x86_64)
--
-- Host: localhost    Database: depot
-- ------------------------------------------------------
-- Server version	5.7.42-log
/*!40101 SET NAMES utf8 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;

CREATE DATABASE /*!32312 IF NOT EXISTS*/ `depot` /*!40100 DEFAULT CHARACTER SET utf8 */;

USE `depot`;

DROP TABLE IF EXISTS `Stock`;
CREATE TABLE `Stock` (
  `Id` int(11) NOT NULL AUTO_INCREMENT,
  `ItemId` bigint(20) unsigned NOT NULL,
  `Quantity` int(10) unsigned NOT NULL DEFAULT '0',
  `Price` decimal(10,2) DEFAULT '0.00',
  `Counted` datetime DEFAULT '0000-00-00 00:00:00',
  `Shelf` char(3) CHARACTER SET latin1 DEFAULT NULL COMMENT 'row''s letter, then number',
  `Flags` bit(1) DEFAULT b'0',
  `Ratio` float(7,4) DEFAULT NULL,
  PRIMARY KEY (`Id`),
  KEY `ItemId` (`ItemId`) USING BTREE,
  KEY `Shelf` (`Shelf`(2)),
  CONSTRAINT `Stock_ibfk_1` FOREIGN KEY (`ItemId`) REFERENCES `Item` (`Id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8 ROW_FORMAT=DYNAMIC;
INSERT INTO `Stock` (`Id`, `ItemId`, `Quantity`, `Price`, `Counted`, `Shelf`, `Flags`, `Ratio`) VALUES (1,10,5,9.99,'0000-00-00 00:00:00','A1',b'1',0.5),(2,11,0,NULL,'2018-12-31 23:59:59',NULL,b'0',NULL);

DROP TABLE IF EXISTS `Item`;
CREATE TABLE `Item` (
  `Id` bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  `Name` varchar(190) COLLATE utf8_unicode_ci NOT NULL,
  `Notes` longtext COLLATE utf8_unicode_ci,
  `Thumb` tinyblob,
  PRIMARY KEY (`Id`),
  UNIQUE KEY `Name` (`Name`)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8 COLLATE=utf8_unicode_ci;
INSERT INTO `Item` VALUES (10,'Crate','line one\r\nline \'two\'; still',NULL),(11,'Pallet',NULL,0x00FF10);

CREATE TABLE `log` (
  `at` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `text` text
) ENGINE=MyISAM DEFAULT CHARSET=latin1
/*!50100 PARTITION BY HASH (unix_timestamp(`at`))
PARTITIONS 4 */;
INSERT INTO `log` VALUES ('2019-01-01 00:00:00','a\\b'),('2019-01-02 00:00:00','50% -- off');

/*!50003 CREATE*/ /*!50017 DEFINER=`app`@`%`*/ /*!50003 TRIGGER `Stock_bi` BEFORE INSERT ON `Stock` FOR EACH ROW SET NEW.Counted = NOW() */;
