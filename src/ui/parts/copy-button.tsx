import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

/** Milliseconds that "Copied" stays. */
const CONFIRMATION_TIME = 1_600;

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string;
}

export function CopyButton({ label, text }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), CONFIRMATION_TIME);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    writeClipboard(text()).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  return (
    <Button look="quiet" icon={outcome === 'copied' ? 'check' : 'copy'} onClick={copy}>
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser refused' : label}
      </span>
    </Button>
  );
}

/** `navigator.clipboard` is missing on plain-HTTP hosts other than localhost. */
async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
