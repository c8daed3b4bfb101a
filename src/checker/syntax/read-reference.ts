/** Names in expressions: columns, whole rows, functions of the user. */
import { columnUse, type Expression, rowUse } from '../expression.ts';
import type { Token } from '../lexer.ts';
import { nameMisfit } from '../name-misfit.ts';
import { isSymbol, type Next, passOn, type Reader, reader, type Then, unexpected } from '../reader.ts';
import { isRejection } from '../rejection.ts';
import { columnTypeIn, lookUp, lookUpRow, notInScope, resolveColumn } from '../scope.ts';
import { readCall } from './read-call.ts';
import type { ExpressionOptions } from './read-expression.ts';

/** Reads `orders.total`, `sales.orders.total`, `orders`, `orders.*` or a call of a function of the user. */
export function readReference(options: ExpressionOptions, then: Then<Expression>): Reader {
  const { scope } = options;
  return reader(
    (token) => afterName(options, token, null, then),
    (partial) => nameMisfit(scope, partial),
  );
}

/**
 * @param name the name read last
 * @param before the names and points before it as one token; null when there are none
 */
function afterName(options: ExpressionOptions, name: Token, before: Token | null, then: Then<Expression>): Next {
  const { scope } = options;
  const whole = before ? joined(before, name) : name;
  return reader((token) => {
    if (isSymbol(token, '.')) {
      const misfit = nameMisfit(scope, { ...whole, text: `${whole.text}.` });
      return misfit ?? nextName(options, whole, then);
    }
    if (isSymbol(token, '(') && scope.index.functions.has(whole.text)) {
      return readCall(options, whole, (made) => (isRejection(made) ? made : then(made)));
    }
    if (!before) {
      const bare = scope.bare && columnTypeIn(scope.bare.relation, bareUse(name));
      if (bare) return 'reason' in bare ? bare : passOn(then(columnUse({ ...bareUse(name), type: bare })), token);
      if (lookUpRow(scope, name.text).kind === 'none') return notInScope(name);
      return passOn(then(rowUse('row', name.text, name.position)), token);
    }
    const column = resolveColumn(scope, before, name);
    return isRejection(column) ? column : passOn(then(column), token);
  });
}

function nextName(options: ExpressionOptions, before: Token, then: Then<Expression>): Reader {
  const { scope } = options;
  return reader(
    (token) => {
      if (token.kind === 'name') return afterName(options, token, before, then);
      if (!isSymbol(token, '*')) return unexpected(token);
      if (lookUp(scope, before.text).kind === 'none') return notInScope(before);
      return then(rowUse('star', before.text, before.position));
    },
    (partial) => nameMisfit(scope, joined(before, partial)),
  );
}

function joined(before: Token, name: Token): Token {
  return { kind: 'name', text: `${before.text}.${name.text}`, position: before.position };
}

function bareUse({ text, position }: Token) {
  return { qualifier: '', name: text, position };
}
