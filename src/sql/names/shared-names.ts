import type { Cte, JoinedColumns, OutputColumn, OutputList, SourceColumn, UsingJoin } from '../resolve/model.ts';
import type { ColumnNames } from './column-names.ts';

/** What the canonical and the friendly spelling have in common: both ask `ColumnNames` about columns. */
export abstract class SharedNames {
  protected abstract readonly columns: ColumnNames;

  column(column: SourceColumn): string {
    return this.columns.column(column);
  }

  outputAlias(output: OutputColumn): string | null {
    return this.columns.output(output).alias;
  }

  outputName(output: OutputColumn): string {
    return this.columns.output(output).name;
  }

  expandsStars(list: OutputList): boolean {
    return this.columns.expandsStars(list);
  }

  isUnique(output: OutputColumn): boolean {
    return this.columns.isUnique(output);
  }

  canUse(join: UsingJoin): boolean {
    return this.columns.canUse(join);
  }

  usedColumn(pair: JoinedColumns): string {
    return this.columns.usedColumn(pair);
  }

  additions(cte: Cte): readonly string[] {
    return this.columns.additions(cte);
  }
}
