import { Button } from '../parts/button.tsx';

interface UndoButtonProps {
  /** What it takes back: `the import of shop.sql`. Null when there is nothing to take back. */
  readonly what: string | null;
  readonly onUndo: () => void;
}

export function UndoButton({ what, onUndo }: UndoButtonProps) {
  if (what === null) return null;
  return (
    <Button title={`Takes back ${what}`} onClick={onUndo}>
      Undo the import
    </Button>
  );
}
