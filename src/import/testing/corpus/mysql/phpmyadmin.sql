-- phpMyAdmin SQL Dump
-- version 5.2.1
-- https://www.phpmyadmin.net/
--
-- Host: localhost:3306
-- Generation Time: Feb 11, 2024 at 10:02 AM
-- Server version: 10.6.16-MariaDB
-- PHP Version: 8.1.2

SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";


/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET NAMES utf8mb4 */;

--
-- Database: `village_shop`
--

-- --------------------------------------------------------

--
-- Table structure for table `vs_clients`
--

CREATE TABLE `vs_clients` (
  `cl_id` int(11) NOT NULL,
  `cl_name` varchar(100) NOT NULL,
  `cl_email` varchar(255) DEFAULT NULL,
  `cl_active` enum('Y','N') NOT NULL DEFAULT 'Y'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

--
-- Dumping data for table `vs_clients`
--

INSERT INTO `vs_clients` (`cl_id`, `cl_name`, `cl_email`, `cl_active`) VALUES
(1, 'D\'Arc, Joana', 'joana@example.org', 'Y'),
(2, 'Silva \"Zé\"', NULL, 'N');

-- --------------------------------------------------------

CREATE TABLE `vs_sales` (
  `sa_id` bigint(20) UNSIGNED NOT NULL,
  `sa_client` int(11) NOT NULL,
  `sa_total` decimal(8,2) NOT NULL,
  `sa_when` datetime NOT NULL DEFAULT current_timestamp()
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;

INSERT INTO `vs_sales` (`sa_id`, `sa_client`, `sa_total`, `sa_when`) VALUES
(1, 1, '12.50', '2024-02-10 09:00:00'),
(2, 1, '3.20', '2024-02-10 17:45:00');

--
-- Indexes for dumped tables
--

ALTER TABLE `vs_clients`
  ADD PRIMARY KEY (`cl_id`),
  ADD UNIQUE KEY `cl_email` (`cl_email`);

ALTER TABLE `vs_sales`
  ADD PRIMARY KEY (`sa_id`),
  ADD KEY `sa_client` (`sa_client`);

--
-- AUTO_INCREMENT for dumped tables
--

ALTER TABLE `vs_clients`
  MODIFY `cl_id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=3;

ALTER TABLE `vs_sales`
  MODIFY `sa_id` bigint(20) UNSIGNED NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=3;

--
-- Constraints for dumped tables
--

ALTER TABLE `vs_sales`
  ADD CONSTRAINT `vs_sales_ibfk_1` FOREIGN KEY (`sa_client`) REFERENCES `vs_clients` (`cl_id`) ON DELETE CASCADE;
COMMIT;

/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
