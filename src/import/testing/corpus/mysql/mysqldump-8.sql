-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
--
-- Host: 127.0.0.1    Database: clinic
-- ------------------------------------------------------
-- Server version	8.0.36-0ubuntu0.22.04.1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `appointments`
--

DROP TABLE IF EXISTS `appointments`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!50503 SET character_set_client = utf8mb4 */;
CREATE TABLE `appointments` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `pet_id` int unsigned NOT NULL,
  `vet_id` smallint unsigned DEFAULT NULL,
  `starts_at` datetime NOT NULL,
  `minutes` tinyint unsigned NOT NULL DEFAULT '20',
  `is_urgent` tinyint(1) NOT NULL DEFAULT '0',
  `state` enum('booked','done','no show') COLLATE utf8mb4_unicode_ci NOT NULL DEFAULT 'booked',
  `details` json DEFAULT NULL,
  `updated_at` timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `one_pet_at_a_time` (`pet_id`,`starts_at`),
  KEY `appointments_vet` (`vet_id`),
  CONSTRAINT `appointments_pet` FOREIGN KEY (`pet_id`) REFERENCES `pets` (`id`) ON DELETE CASCADE,
  CONSTRAINT `appointments_vet` FOREIGN KEY (`vet_id`) REFERENCES `vets` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT `not_too_long` CHECK ((`minutes` <= 120))
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Visits; past and future';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `appointments`
--

LOCK TABLES `appointments` WRITE;
/*!40000 ALTER TABLE `appointments` DISABLE KEYS */;
INSERT INTO `appointments` VALUES (1,1,1,'2024-03-01 09:00:00',20,0,'done','{\"weight\": 4.2, \"note\": \"it\'s fine\"}','2024-03-01 09:30:00'),(2,2,NULL,'2024-03-02 10:20:00',40,1,'booked',NULL,NULL),(3,1,2,'2024-04-01 11:00:00',20,0,'no show',NULL,'2024-04-01 12:00:00');
/*!40000 ALTER TABLE `appointments` ENABLE KEYS */;
UNLOCK TABLES;

DROP TABLE IF EXISTS `pets`;
CREATE TABLE `pets` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  `born` date DEFAULT NULL,
  `kilos` decimal(5,2) unsigned DEFAULT NULL,
  `photo` mediumblob,
  `tags` set('chipped','old','shy') DEFAULT NULL,
  PRIMARY KEY (`id`),
  FULLTEXT KEY `search_name` (`name`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4;

LOCK TABLES `pets` WRITE;
INSERT INTO `pets` VALUES (1,'Micas','2019-05-04',4.20,_binary '\0\\',''),(2,'Bob; the \"dog\"\n(big)',NULL,31.50,NULL,'chipped,shy');
UNLOCK TABLES;

DROP TABLE IF EXISTS `vets`;
CREATE TABLE `vets` (
  `id` smallint unsigned NOT NULL AUTO_INCREMENT,
  `name` varchar(80) NOT NULL,
  `since` year DEFAULT NULL,
  `rate` double DEFAULT '0',
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO `vets` VALUES (1,'Dr. O\'Neil',2011,45.5),(2,'Dra. Sá',2020,NULL);

--
-- Temporary view structure for view `busy_vets`
--

DROP TABLE IF EXISTS `busy_vets`;
/*!50001 DROP VIEW IF EXISTS `busy_vets`*/;
SET @saved_cs_client     = @@character_set_client;
/*!50503 SET character_set_client = utf8mb4 */;
/*!50001 CREATE VIEW `busy_vets` AS SELECT 
 1 AS `name`,
 1 AS `visits`*/;
SET character_set_client = @saved_cs_client;

--
-- Dumping routines for database 'clinic'
--
DELIMITER ;;
CREATE DEFINER=`root`@`localhost` PROCEDURE `tidy`()
BEGIN
  DELETE FROM appointments WHERE state = 'no show';
END ;;
DELIMITER ;

/*!50001 DROP VIEW IF EXISTS `busy_vets`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `busy_vets` AS select `v`.`name` AS `name`,count(0) AS `visits` from (`vets` `v` join `appointments` `a` on((`a`.`vet_id` = `v`.`id`))) group by `v`.`name` */;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed on 2024-05-02 18:11:33
