import { expect, it } from 'vitest';
import { scriptTitle } from './script-title.ts';

it.each([
  ['-- MySQL dump 10.13\n--\n-- Host: localhost    Database: shop\n-- ----', 'shop'],
  ['-- phpMyAdmin SQL Dump\n--\n-- Database: `verein`\n--\n', 'verein'],
  ['--\n-- PostgreSQL database dump\n--\n\\connect crm\n', 'crm'],
  ['CREATE DATABASE IF NOT EXISTS `blog` DEFAULT CHARACTER SET utf8mb4;', 'blog'],
  ['USE [Garden]\nGO\nCREATE TABLE a (id int)', 'Garden'],
  ['CREATE SCHEMA crm;\nCREATE TABLE a (id int);', null],
  ["INSERT INTO a VALUES ('USE it or lose it');", null],
  ['', null],
])('of %j is %j', (script, title) => {
  expect(scriptTitle(script)).toBe(title);
});
