import type { ReactNode } from 'react';
import type { GrammarScope } from '../../app/grammar-inspector.ts';
import { unreachable } from '../../platform/assert.ts';
import { bytes, count, duration } from '../parts/format.ts';
import styles from './grammar-dialog.module.css';
import type { EngineFacts, GrammarFactsState } from './use-grammar-facts.ts';

interface GrammarFactsProps {
  readonly facts: Extract<GrammarFactsState, { kind: 'known' }>;
  readonly scope: GrammarScope;
}

/** Sizes and times, as they were measured on this device. */
export function GrammarFacts({ facts: { text, engine }, scope: { whole, schema } }: GrammarFactsProps) {
  const total = schema === whole ? '' : ` of ${count(whole.tables.length)}`;
  return (
    <dl className={styles.facts} aria-label="The grammar in numbers">
      <Fact name="Tables">{text ? `${count(text.tables)}${total}` : '…'}</Fact>
      <Fact name="Size">{text ? bytes(text.bytes) : '…'}</Fact>
      <Fact name="Rules">{text ? count(text.rules) : '…'}</Fact>
      <Fact name="Built in">{text ? duration(text.buildMilliseconds) : '…'}</Fact>
      <Fact name={engine.model.title}>{engineText(engine)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function engineText(engine: EngineFacts): string {
  switch (engine.kind) {
    case 'waiting':
      return 'waits for the model';
    case 'failed':
      return `cannot read it: ${engine.error.message}`;
    case 'ready':
      return engine.preparation.kind === 'per-request'
        ? 'reads it with each question'
        : `compiled in ${duration(engine.preparation.compileMilliseconds)}${engine.preparation.fromCache ? ', kept since' : ''}`;
    default:
      return unreachable(engine);
  }
}
