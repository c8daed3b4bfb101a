import { type ComponentType, useState } from 'react';
import type { GrammarInspector, GrammarScope } from '../../app/grammar-inspector.ts';
import type { Models } from '../../app/models.ts';
import type { Schema } from '../../schema/model.ts';
import { Button } from '../parts/button.tsx';
import type { GrammarDialogProps } from './grammar-dialog.tsx';

interface GrammarButtonProps {
  readonly grammars: GrammarInspector;
  readonly models: Models;
  /** Of the database, for the file that the grammar can be saved as. */
  readonly title: string;
  readonly scope: GrammarScope;
}

/** Kept while the view is closed, for as long as the schema is the one that it was typed for. */
interface TypedSql {
  readonly schema: Schema;
  readonly sql: string;
}

/** Opens the view of the grammar, which is fetched when somebody first wants to see it. */
export function GrammarButton(props: GrammarButtonProps) {
  const [Dialog, setDialog] = useState<ComponentType<GrammarDialogProps> | null>(null);
  const [open, setOpen] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [typed, setTyped] = useState<TypedSql | null>(null);
  const { whole } = props.scope;
  const show = async () => {
    try {
      const { GrammarDialog } = await import('./grammar-dialog.tsx');
      setDialog(() => GrammarDialog);
      setMissing(false);
      setOpen(true);
    } catch {
      setMissing(true);
    }
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={show}>
        {isMissing ? 'Not there: try again' : 'What the model may write'}
      </Button>
      {Dialog && open && (
        <Dialog
          {...props}
          typedSql={typed?.schema === whole ? typed.sql : null}
          onType={(sql) => setTyped({ schema: whole, sql })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
