import { expect, test } from 'vitest';
import { convertScript } from '../convert-script.ts';

const TABLE = `CREATE TABLE dbo.Trees (TreeId int)
GO
`;

test.each([
  [
    "EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'it''s one' , @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'Trees'",
    `COMMENT ON TABLE "Trees" IS 'it''s one'`,
  ],
  [
    "EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'x', @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'TABLE',@level1name=N'trees', @level2type=N'COLUMN',@level2name=N'treeid'",
    `COMMENT ON COLUMN "Trees"."TreeId" IS 'x'`,
  ],
  [
    "EXECUTE sp_addextendedproperty 'MS_Description', 'by place', 'user', dbo, 'table', [Trees], 'column', TreeId",
    `COMMENT ON COLUMN "Trees"."TreeId" IS 'by place'`,
  ],
  [
    `IF NOT EXISTS (SELECT * FROM sys.fn_listextendedproperty(N'MS_Description', N'SCHEMA', N'dbo', N'VIEW', N'V', NULL, NULL))
  EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'v', @level0type=N'SCHEMA',@level0name=N'dbo', @level1type=N'VIEW',@level1name=N'V'`,
    `COMMENT ON VIEW "V" IS 'v'`,
  ],
])('%s', (statement, expected) => {
  const outcome = convertScript(TABLE + statement, 'tsql').at(-1)?.outcome;
  expect(outcome).toEqual({ kind: 'converted', statements: [expected], notes: [] });
});

test.each([
  ["EXEC sys.sp_addextendedproperty @name=N'MS_DiagramPaneCount', @value=1", /describes nothing/],
  [
    "EXEC sp_addextendedproperty 'MS_Description', 'x', 'SCHEMA', 'dbo', 'TABLE', 'Trees', 'INDEX', 'i'",
    /neither a table/,
  ],
  ['EXEC (@sql)', /Procedures/],
  ['EXEC dbo.describe 1', /Procedures/],
])('%s is skipped', (statement, reason) => {
  const outcome = convertScript(TABLE + statement, 'tsql').at(-1)?.outcome;
  expect(outcome).toEqual({ kind: 'skipped', reason: expect.stringMatching(reason) });
});
