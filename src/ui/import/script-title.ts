/** What a pasted script calls its database, to tell several of them apart. */

/** Headers of dumps, and statements that make or choose a database; the first that there is counts. */
const NAMED = [
  /^-- (?:Host: .*)?\bDatabase: +`?([\w$ -]+?)`?\s*$/im,
  /^\\connect +(?:-reuse-previous=on +)?"?([\w$-]+)"?\s*$/im,
  /^\s*CREATE +DATABASE +(?:IF +NOT +EXISTS +)?[`"[]?([\w$-]+)[`"\]]?/im,
  /^\s*USE +[`"[]?([\w$-]+)[`"\]]?\s*;?\s*$/im,
];

/** Characters at the beginning that are looked at. */
const LOOKED_AT = 20_000;
/** Names that say nothing. */
const COMMON = new Set(['postgres', 'public', 'master', 'dbo', 'test']);

/** Null where it says nothing. */
export function scriptTitle(script: string): string | null {
  const beginning = script.slice(0, LOOKED_AT);
  for (const pattern of NAMED) {
    const name = pattern.exec(beginning)?.[1]?.trim();
    if (name && !COMMON.has(name.toLowerCase())) return name;
  }
  return null;
}
