import { fillTemplate } from './call-template.ts';
import { type Done, done, type Group, isSymbol, isWord, type Leaf, type Node, splitAtCommas } from './node.ts';
import { resultOfCall } from './postgres-functions.ts';
import type { Rewriter } from './rewriter.ts';

export function convertCall(name: Leaf, group: Group, rewriter: Rewriter): Done {
  const args = splitAtCommas(group.nodes);
  const converted = bySpecialRule(name, args, rewriter) ?? byTemplate(name, args, rewriter);
  if (converted) return { ...converted, before: name.before };
  return asWritten(name, group, args, rewriter);
}

function bySpecialRule(name: Leaf, args: readonly (readonly Node[])[], rewriter: Rewriter): Done | undefined {
  const { calls } = rewriter.rules;
  const rule = name.token === 'word' && Object.hasOwn(calls, name.value) ? calls[name.value] : undefined;
  return rule?.({ name: name.value, text: name.text, args }, rewriter);
}

function byTemplate(name: Leaf, args: readonly (readonly Node[])[], rewriter: Rewriter): Done | undefined {
  const { templates, untyped } = rewriter.rules;
  if (name.token !== 'word') return undefined;
  const exact = `${name.value}/${args.length}`;
  const template = Object.hasOwn(templates, exact) ? templates[exact] : templates[`${name.value}/*`];
  if (!template) return undefined;
  const filled = fillTemplate(
    template,
    args.map((arg) => rewriter.expression(arg)),
    untyped,
  );
  if (filled && template.note !== undefined) rewriter.note(template.note);
  return filled;
}

function asWritten(name: Leaf, group: Group, args: readonly (readonly Node[])[], rewriter: Rewriter): Done {
  const result = resultOfCall(name.value, args, rewriter);
  if (result === 'unknown') rewriter.note(`${name.text}(…) is not known here and stays as written.`);
  const inner = isWord(group.nodes[0], 'select', 'with')
    ? rewriter.print(group.nodes)
    : printArguments(group, args, rewriter);
  const callee = name.token === 'name' ? rewriter.spelling.spell(name.value) : name.text;
  const text = `${callee}${group.before}(${inner}${group.beforeClose}${group.close}`;
  return done(text, { before: name.before, value: result === 'unknown' ? undefined : result });
}

/** Argument by argument: a rule has perhaps converted them already. */
function printArguments(group: Group, args: readonly (readonly Node[])[], rewriter: Rewriter): string {
  const commas = group.nodes.filter((node) => isSymbol(node, ','));
  return args.map((arg, index) => `${rewriter.print(arg)}${commas[index] ? `${commas[index].before},` : ''}`).join('');
}
