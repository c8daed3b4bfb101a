import { type ComponentType, useState } from 'react';
import type { Schema, Table } from '../../schema/model.ts';
import { Button } from '../parts/button.tsx';
import type { DiagramDialogProps } from './diagram-dialog.tsx';

interface DiagramButtonProps {
  readonly schema: Schema;
  readonly asked: ReadonlySet<string>;
  readonly onPreview: (table: Table) => void;
}

/** Opens the diagram, which is fetched when somebody first wants to see it. */
export function DiagramButton(props: DiagramButtonProps) {
  const [Dialog, setDialog] = useState<ComponentType<DiagramDialogProps> | null>(null);
  const [open, setOpen] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const show = async () => {
    try {
      const { DiagramDialog } = await import('./diagram-dialog.tsx');
      setDialog(() => DiagramDialog);
      setMissing(false);
      setOpen(true);
    } catch {
      setMissing(true);
    }
  };
  return (
    <>
      <Button look="quiet" icon="diagram" aria-haspopup="dialog" onClick={show}>
        {isMissing ? 'Not there: try again' : 'Diagram'}
      </Button>
      {Dialog && open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
