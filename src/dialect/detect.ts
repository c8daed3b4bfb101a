import { COMMENT_EVIDENCE, type Evidence, TOKEN_EVIDENCE } from './detect/evidence.ts';
import type { Dialect } from './dialect.ts';
import { Lexer } from './lexer/lexer.ts';
import { LEXICAL_RULES } from './lexer/rules.ts';

export interface Detection {
  readonly dialect: Dialect;
  /** What gave it away, for people: `ENGINE=`, `names in backticks`. Empty when nothing did. */
  readonly evidence: readonly string[];
}

/** Characters read: dumps show what they are at the top, and in every table. */
const READ_CHARACTERS = 200_000;
/** Named at most, the strongest first. */
const SHOWN_EVIDENCE = 3;
/** In the order of precedence where the evidence is equal. */
const DIALECTS: readonly Dialect[] = ['postgres', 'mysql', 'sqlite', 'tsql'];

/**
 * The dialect that a script is written in, by evidence: `postgres` when nothing says otherwise. The text is read by
 * each dialect's own lexical rules, so that nothing inside its strings counts.
 */
export function detectDialect(script: string): Detection {
  const text = script.slice(0, READ_CHARACTERS);
  let best: Detection = { dialect: 'postgres', evidence: [] };
  let bestWeight = 0;
  for (const dialect of DIALECTS) {
    const found = evidenceFor(text, dialect);
    const weight = found.reduce((sum, evidence) => sum + evidence.weight, 0);
    if (weight <= bestWeight) continue;
    bestWeight = weight;
    const speaking = found.filter((evidence) => evidence.weight > 0).toSorted((a, b) => b.weight - a.weight);
    const titles = speaking.map(({ title }) => title);
    best = { dialect, evidence: [...new Set(titles)].slice(0, SHOWN_EVIDENCE) };
  }
  return best;
}

function evidenceFor(text: string, dialect: Dialect): Evidence[] {
  const { skeleton, comments } = skeletonOf(text, dialect);
  return [
    ...COMMENT_EVIDENCE.filter(
      (evidence) => evidence.dialect === dialect && comments.some((comment) => evidence.pattern.test(comment)),
    ),
    ...TOKEN_EVIDENCE.filter((evidence) => evidence.dialect === dialect && evidence.pattern.test(skeleton)),
  ];
}

/** Comments that may be headers: those at the top, and no more of each than its first characters. */
const KEPT_COMMENTS = 50;
const KEPT_OF_COMMENT = 60;

/** Words and punctuation in lower case and one blank apart, quoted text reduced to a sign of its kind. */
function skeletonOf(text: string, dialect: Dialect): { skeleton: string; comments: readonly string[] } {
  const lexer = new Lexer(text, LEXICAL_RULES[dialect]);
  const parts: string[] = ['', ';'];
  const comments: string[] = [];
  while (lexer.next()) {
    switch (lexer.kind) {
      case 'space':
        break;
      case 'comment':
      case 'versioned-open':
        if (comments.length < KEPT_COMMENTS) comments.push(text.slice(lexer.start, lexer.start + KEPT_OF_COMMENT));
        break;
      case 'name':
        parts.push(quotedName(text, lexer.start));
        break;
      case 'string':
        parts.push(text.charAt(lexer.start) === '$' ? '$a$' : "'a'");
        break;
      default:
        parts.push(lexer.tokenText.toLowerCase());
    }
  }
  return { skeleton: `${parts.join(' ')} `, comments };
}

function quotedName(text: string, start: number): string {
  if (text.charAt(start) === '`') return '`a`';
  if (text.charAt(start) === '"') return '"a"';
  // `a[1]` is an element of an array.
  return /[A-Za-z_]/.test(text.charAt(start + 1)) ? '[a]' : '[1]';
}
