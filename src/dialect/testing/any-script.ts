import fc from 'fast-check';

/** Everything that means something to a lexer or a parser of one of the dialects, and some that mean nothing. */
const PARTS = [
  ...`' " \` [ ] ( ) , ; . -- # /* */ /*!40101 \\ \\' '' "" $$ @ @a :b ? + - * / % = <=> || && -> ->> 0x1F x'1F' b'01' 1 2.5
  a b T1 Größe N'x' _utf8'y' DELIMITER GO`.split(/\s+/),
  ...`CREATE TABLE VIEW INDEX UNIQUE KEY PRIMARY FOREIGN REFERENCES CHECK DEFAULT NOT NULL AUTO_INCREMENT IDENTITY ENUM SET
  INT VARCHAR TEXT TINYINT UNSIGNED COMMENT ENGINE GENERATED ALWAYS AS STORED ON UPDATE DELETE CASCADE ALTER ADD MODIFY CHANGE
  DROP INSERT IGNORE REPLACE INTO VALUES DUPLICATE SELECT DISTINCT TOP FROM JOIN APPLY WHERE GROUP BY HAVING ORDER LIMIT OFFSET
  UNION CASE WHEN THEN ELSE END BEGIN IF ISNULL IFNULL CONCAT GROUP_CONCAT SEPARATOR DATE_ADD DATEADD INTERVAL DAY MONTH YEAR
  CAST CONVERT STRFTIME DATEDIFF LIKE REGEXP GLOB DIV MOD IN BETWEEN AND OR XOR IS BINARY COLLATE WITH ROLLUP OVER PARTITION
  MATCH AGAINST EXISTS PRAGMA TRIGGER`.split(/\s+/),
  '\n',
  '\r\n',
  '\t',
  ' ',
];

/** Scripts of such parts, with and without blanks between them, and of any characters at all. */
export function anyScript(): fc.Arbitrary<string> {
  const parts = fc.array(fc.tuple(fc.constantFrom(...PARTS), fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 60 });
  return fc.oneof(
    { weight: 4, arbitrary: parts.map((list) => list.flat().join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  );
}
