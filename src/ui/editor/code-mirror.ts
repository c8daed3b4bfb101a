/** The editor itself, apart from React. Loaded after first paint: it is the largest part of the page. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { postgresDialect } from './postgres-dialect.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface EditorOptions {
  /** A shadow root: there CodeMirror adds its styles as constructed sheets, which our CSP allows, not as `<style>`. */
  readonly root: ShadowRoot;
  readonly label: string;
  readonly placeholder: string;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

export interface Editor {
  setText(text: string): void;
  setReadOnly(readOnly: boolean): void;
  /** Underlines the part that Postgres complained about. */
  setFault(range: Range | null): void;
  focus(): void;
  goTo(position: number): void;
  destroy(): void;
}

const setFault = StateEffect.define<Range | null>();

const faults = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const effect = transaction.effects.find((each) => each.is(setFault));
    if (effect?.is(setFault)) return effect.value ? faultMark(effect.value) : Decoration.none;
    return transaction.docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function faultMark({ from, to }: Range): DecorationSet {
  return to > from ? Decoration.set(Decoration.mark({ class: 'cm-fault' }).range(from, to)) : Decoration.none;
}

export function createEditor(options: EditorOptions): Editor {
  const readOnly = new Compartment();
  const readOnlyExtension = (value: boolean) => [EditorState.readOnly.of(value), EditorView.editable.of(!value)];
  const run = () => {
    options.onRun();
    return true;
  };
  const view = new EditorView({
    root: options.root,
    parent: options.root,
    state: EditorState.create({
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        lineNumbers(),
        bracketMatching(),
        sql({ dialect: postgresDialect }),
        syntaxHighlighting(highlightStyle),
        placeholder(options.placeholder),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false', autocapitalize: 'off' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
        faults,
        theme,
        readOnly.of(readOnlyExtension(false)),
      ],
    }),
  });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    setReadOnly: (value) => view.dispatch({ effects: readOnly.reconfigure(readOnlyExtension(value)) }),
    setFault: (range) => view.dispatch({ effects: setFault.of(range) }),
    focus: () => view.focus(),
    goTo(position) {
      view.dispatch({ selection: { anchor: Math.min(position, view.state.doc.length) }, scrollIntoView: true });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

const highlightStyle = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword], color: 'var(--code-keyword)', fontWeight: '600' },
  { tag: [tags.standard(tags.name), tags.typeName, tags.function(tags.name)], color: 'var(--code-function)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
]);

const theme = EditorView.theme({
  '&': {
    backgroundColor: 'transparent',
    color: 'var(--text)',
    fontSize: '0.875rem',
    maxHeight: 'var(--editor-height, 46vh)',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--text)', minHeight: 'calc(3.2em + 24px)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--text-faint)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '36px', padding: '0 6px 0 12px', fontSize: '0.75rem' },
  '.cm-placeholder': { color: 'var(--text-faint)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-wash)' },
  '.cm-line ::selection, .cm-line::selection': { backgroundColor: 'var(--code-selection)' },
  '.cm-fault': {
    backgroundColor: 'var(--bad-wash)',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '4px',
  },
});
