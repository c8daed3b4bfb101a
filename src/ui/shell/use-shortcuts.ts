import { useEffect, useRef } from 'react';

interface Shortcuts {
  readonly onCancel: () => void;
  readonly onFocusQuestion: () => void;
}

/** Esc cancels what is running; `/` goes to the question box, unless one is typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('dialog[open], :popover-open')) return;
      if (event.key === 'Escape') latest.current.onCancel();
      if (event.key === '/' && !isTyping(event)) {
        event.preventDefault();
        latest.current.onFocusQuestion();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** The editor is in a shadow root, where `event.target` would name its host. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
