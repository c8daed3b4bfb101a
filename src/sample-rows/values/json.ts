import type { Cell } from '../meaning/cell.ts';
import { word } from '../words/sentences.ts';
import { BROWSERS, COLOURS, KINDS, NOUNS, TOPICS } from '../words/things.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A document that suits the column's name, of the kind that a check asks for. */
export function drawJson(cell: Cell, column: string): string {
  return JSON.stringify(ofKind(cell, column));
}

function ofKind(cell: Cell, column: string): Json {
  const { random, limits } = cell;
  switch (limits.jsonKind) {
    case 'array':
      return list(cell);
    case 'string':
      return word(random, NOUNS);
    case 'number':
      return random.integer(1, 1_000);
    case 'boolean':
      return random.chance(0.5);
    default:
      return limits.jsonKind === undefined &&
        /(^|_)(tags|labels|items|list|roles|scopes|keywords|categories)$/.test(column)
        ? list(cell)
        : object(cell, column);
  }
}

function list({ random, limits }: Cell): Json {
  return [...limits.jsonKeys, ...Array.from({ length: random.integer(1, 4) }, () => word(random, TOPICS))];
}

/** With the keys that a check asks for. */
function object(cell: Cell, column: string): Json {
  const wanted = cell.limits.jsonKeys.map((key): [string, Json] => [key, word(cell.random, NOUNS)]);
  return { ...Object.fromEntries(wanted), ...usualObject(cell, column) };
}

function usualObject({ random, scene, number, freshness }: Cell, column: string): Readonly<Record<string, Json>> {
  const distinct = freshness > 0 ? { number } : {};
  if (/(^|_)(name|title|label)s?$/.test(column)) return { en: scene.place.city, pt: scene.place.city, ...distinct };
  if (/address|location|geo/.test(column)) {
    const { city, country2, latitude, longitude } = scene.place;
    return { city, country: country2, latitude, longitude, ...distinct };
  }
  if (/setting|preference|config|option|feature/.test(column)) {
    return {
      theme: word(random, ['light', 'dark', 'system']),
      notifications: random.chance(0.7),
      language: scene.place.language,
      pageSize: random.pick([10, 25, 50, 100]),
      ...distinct,
    };
  }
  if (/payload|event|data|body|message|request|response|changes|diff/.test(column)) {
    return {
      id: random.integer(1, 9_999),
      action: word(random, ['created', 'updated', 'deleted']),
      source: word(random, ['web', 'api', 'import']),
      ...distinct,
    };
  }
  if (/attribute|spec|propert|dimension/.test(column)) {
    return {
      colour: word(random, COLOURS),
      weight: random.integer(1, 80) / 10,
      kind: word(random, KINDS),
      ...distinct,
    };
  }
  return {
    source: word(random, ['web', 'mobile', 'api']),
    tags: [word(random, TOPICS)],
    agent: word(random, BROWSERS).slice(0, 11),
    ...distinct,
  };
}
