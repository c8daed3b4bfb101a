import { describe, expect, it } from 'vitest';
import { fileNameOf } from './save-file.ts';

describe('fileNameOf', () => {
  it('makes a name that any file system takes', () => {
    expect(
      ['Online shop', 'dump.sql', 'Shop (2024) / copy', '../../etc', 'Läden – Überblick', '???'].map((title) =>
        fileNameOf(title, 'sql'),
      ),
    ).toEqual(['Online-shop.sql', 'dump.sql', 'Shop-2024-copy.sql', 'etc.sql', 'Läden-Überblick.sql', 'database.sql']);
  });
});
