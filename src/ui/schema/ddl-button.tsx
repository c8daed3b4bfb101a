import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useLazy } from '../parts/use-lazy.ts';
import type { DdlDialogProps } from './ddl-dialog.tsx';

/** Opens the schema as Postgres has it. */
export function DdlButton(props: Omit<DdlDialogProps, 'onClose'>) {
  const [open, setOpen] = useState(false);
  const { Part, isMissing, fetch } = useLazy<DdlDialogProps>(async () => (await import('./ddl-dialog.tsx')).DdlDialog);
  return (
    <>
      <Button look="quiet" icon="code" aria-haspopup="dialog" onClick={async () => setOpen(await fetch())}>
        {isMissing ? 'Not there: try again' : 'DDL'}
      </Button>
      {Part && open && <Part {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
