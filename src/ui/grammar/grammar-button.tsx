import { useState } from 'react';
import type { GrammarInspector, GrammarScope } from '../../app/grammar-inspector.ts';
import type { Models } from '../../app/models.ts';
import type { Schema } from '../../schema/model.ts';
import { Button } from '../parts/button.tsx';
import { useLazy } from '../parts/use-lazy.ts';
import type { GrammarDialogProps } from './grammar-dialog.tsx';

const loadDialog = async () => (await import('./grammar-dialog.tsx')).GrammarDialog;

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
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<TypedSql | null>(null);
  const { Part, isMissing, fetch } = useLazy<GrammarDialogProps>(loadDialog);
  const { whole } = props.scope;
  return (
    <>
      <Button aria-haspopup="dialog" onClick={async () => setOpen(await fetch())}>
        {isMissing ? 'Not there: try again' : 'What the model may write'}
      </Button>
      {Part && open && (
        <Part
          {...props}
          typedSql={typed?.schema === whole ? typed.sql : null}
          onType={(sql) => setTyped({ schema: whole, sql })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
