import { useId, useState } from 'react';
import type { DatabaseStatus } from '../../app/database-view.ts';
import type { FillReport } from '../../sample-rows/fill-report.ts';
import { withNeededParents } from '../../sample-rows/plan/order.ts';
import { MAX_ROWS, MIN_ROWS } from '../../sample-rows/plan-sample-rows.ts';
import type { Schema, Table } from '../../schema/model.ts';
import { tableName } from '../../schema/names.ts';
import { Button } from '../parts/button.tsx';
import { Dialog, DialogButtons } from '../parts/dialog.tsx';
import { counted } from '../parts/format.ts';
import styles from './fill-dialog.module.css';
import { FillReportView } from './fill-report.tsx';
import { FillTables } from './fill-tables.tsx';
import { Filling } from './filling.tsx';

const USUAL_ROWS = 100;
const MAX_SEED = 999_999;

export interface FillRequest {
  readonly rows: number;
  readonly seed: number;
  readonly tables: readonly Table[];
}

export interface FillDialogProps {
  readonly schema: Schema;
  /** To begin with; when absent, all that are empty. */
  readonly table: Table | undefined;
  readonly status: DatabaseStatus;
  /** Null when it came to nothing, which the page says where it says such things. */
  readonly onFill: (request: FillRequest) => Promise<FillReport | null>;
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

type Stage = { readonly kind: 'choosing' | 'filling' } | { readonly kind: 'done'; readonly report: FillReport };

/** Believable rows for tables: how many, which ones, and then what became of them. */
export function FillDialog({ schema, table, status, onFill, onCancel, onClose }: FillDialogProps) {
  const rowsId = useId();
  const seedId = useId();
  const [stage, setStage] = useState<Stage>({ kind: 'choosing' });
  const [rows, setRows] = useState(String(USUAL_ROWS));
  const [seed, setSeed] = useState('1');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(firstChoice(schema, table).map(tableName)));
  const tables = schema.tables.filter((each) => chosen.has(tableName(each)));
  const needed = neededWith(tables, schema);
  const isSound = isWhole(rows, MIN_ROWS, MAX_ROWS) && isWhole(seed, 0, MAX_SEED) && tables.length > 0;
  const isFilling = stage.kind === 'filling';

  const fill = async (close: () => void) => {
    setStage({ kind: 'filling' });
    const report = await onFill({ rows: Number(rows), seed: Number(seed), tables });
    if (report) setStage({ kind: 'done', report });
    else close();
  };

  return (
    <Dialog
      title="Fill with sample rows"
      onLeave={() => {
        // It stops the filling first; the dialog closes once all is as it was.
        if (isFilling) onCancel();
        return !isFilling;
      }}
      onClose={onClose}
    >
      {(close) =>
        stage.kind === 'done' ? (
          <>
            <FillReportView report={stage.report} />
            <DialogButtons>
              <Button look="primary" onClick={close}>
                Done
              </Button>
            </DialogButtons>
          </>
        ) : (
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              if (isSound && !isFilling) void fill(close);
            }}
          >
            <fieldset disabled={isFilling} className={styles.numbers}>
              <label htmlFor={rowsId}>Rows in each table</label>
              <input
                id={rowsId}
                type="number"
                data-first-focus
                min={MIN_ROWS}
                max={MAX_ROWS}
                required
                value={rows}
                onChange={(event) => setRows(event.target.value)}
              />
              <label htmlFor={seedId}>
                Seed <small>The same one makes the same rows.</small>
              </label>
              <span className={styles.seed}>
                <input
                  id={seedId}
                  type="number"
                  min={0}
                  max={MAX_SEED}
                  required
                  value={seed}
                  onChange={(event) => setSeed(event.target.value)}
                />
                <Button onClick={() => setSeed(String(Math.floor(Math.random() * MAX_SEED)))}>Other rows</Button>
              </span>
            </fieldset>
            <FillTables schema={schema} chosen={chosen} needed={needed} disabled={isFilling} onChoose={setChosen} />
            {isFilling && <Filling status={status} />}
            <DialogButtons>
              <Button onClick={isFilling ? onCancel : close}>{isFilling ? 'Cancel the filling' : 'Cancel'}</Button>
              {!isFilling && (
                <Button look="primary" type="submit" disabled={!isSound}>
                  {tables.length === 0 ? 'Fill' : `Fill ${counted(tables.length + needed.length, 'table')}`}
                </Button>
              )}
            </DialogButtons>
          </form>
        )
      }
    </Dialog>
  );
}

function firstChoice({ tables }: Schema, table: Table | undefined): readonly Table[] {
  return table ? [table] : tables.filter(({ kind, rowCount }) => kind === 'table' && rowCount === 0);
}

/** Empty tables that rows of these have to refer to. */
function neededWith(chosen: readonly Table[], schema: Schema): readonly Table[] {
  const tables = schema.tables.filter(({ kind }) => kind === 'table');
  return withNeededParents({ ...schema, tables }, chosen).filter((table) => !chosen.includes(table));
}

function isWhole(text: string, min: number, max: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
}
