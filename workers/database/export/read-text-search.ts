import type { PGlite } from '@electric-sql/pglite';
import { ofUser } from '../introspect/user-objects.ts';
import { ofAnother } from './of-another.ts';
import type { MadeObject } from './read-types.ts';

/** Dictionaries of text search, and configurations with the dictionaries that each looks a word up in. */
export async function readTextSearch(database: PGlite): Promise<MadeObject[]> {
  return (await database.query<MadeObject>(TEXT_SEARCH)).rows;
}

const TEXT_SEARCH = `
  SELECT t.oid::int AS "oid",
    'CREATE TEXT SEARCH DICTIONARY ' || t.oid::regdictionary || ' (' || concat_ws(', ',
      (SELECT 'TEMPLATE = ' || quote_ident(s.nspname) || '.' || quote_ident(p.tmplname)
       FROM pg_ts_template p JOIN pg_namespace s ON s.oid = p.tmplnamespace WHERE p.oid = t.dicttemplate),
      t.dictinitoption) || ')' AS "sql"
  FROM pg_ts_dict t
  JOIN pg_namespace n ON n.oid = t.dictnamespace
  WHERE ${ofUser('t.oid')} AND NOT ${ofAnother('pg_ts_dict', 't.oid')}
  UNION ALL
  SELECT c.oid::int, concat_ws(E';\\n',
    'CREATE TEXT SEARCH CONFIGURATION ' || c.oid::regconfig || ' (PARSER = '
      || (SELECT quote_ident(s.nspname) || '.' || quote_ident(p.prsname)
          FROM pg_ts_parser p JOIN pg_namespace s ON s.oid = p.prsnamespace WHERE p.oid = c.cfgparser) || ')',
    (SELECT string_agg('ALTER TEXT SEARCH CONFIGURATION ' || c.oid::regconfig || ' ADD MAPPING FOR '
         || quote_ident(m.kind) || ' WITH ' || m.dictionaries, E';\\n' ORDER BY m.tokid)
     FROM (SELECT k.tokid, k.alias AS kind,
             string_agg(p.mapdict::regdictionary::text, ', ' ORDER BY p.mapseqno) AS dictionaries
           FROM pg_ts_config_map p
           JOIN ts_token_type(c.cfgparser) k ON k.tokid = p.maptokentype
           WHERE p.mapcfg = c.oid
           GROUP BY k.tokid, k.alias) m))
  FROM pg_ts_config c
  JOIN pg_namespace n ON n.oid = c.cfgnamespace
  WHERE ${ofUser('c.oid')} AND NOT ${ofAnother('pg_ts_config', 'c.oid')}
  ORDER BY 1`;
