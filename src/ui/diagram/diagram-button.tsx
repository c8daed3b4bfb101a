import { useState } from 'react';
import type { Schema, Table } from '../../schema/model.ts';
import { Button } from '../parts/button.tsx';
import { useLazy } from '../parts/use-lazy.ts';
import type { DiagramDialogProps } from './diagram-dialog.tsx';

const loadDialog = async () => (await import('./diagram-dialog.tsx')).DiagramDialog;

interface DiagramButtonProps {
  readonly schema: Schema;
  readonly asked: ReadonlySet<string>;
  readonly onPreview: (table: Table) => void;
}

/** Opens the diagram, which is fetched when somebody first wants to see it. */
export function DiagramButton(props: DiagramButtonProps) {
  const [open, setOpen] = useState(false);
  const { Part, isMissing, fetch } = useLazy<DiagramDialogProps>(loadDialog);
  return (
    <>
      <Button look="quiet" icon="diagram" aria-haspopup="dialog" onClick={async () => setOpen(await fetch())}>
        {isMissing ? 'Not there: try again' : 'Diagram'}
      </Button>
      {Part && open && <Part {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
