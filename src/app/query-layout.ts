/** How a query that the model wrote is shown, and run: in the spelling that people like to read. */

import type { AskPorts } from '../ask/ports.ts';
import { layOut } from '../sql/lay-out.ts';
import type { SqlToolsClient } from '../sql-tools/client.ts';

/**
 * A friendly spelling takes some milliseconds once the parser is there, which is fetched while the model is. Nobody
 * waits longer than this for a prettier query.
 */
const MAX_WAIT_MS = 800;

/** Falls back to plain layout: no answer is lost, and none waits long, for being pretty. */
export function queryLayout(tools: Pick<SqlToolsClient, 'friendly'>): AskPorts['layOut'] {
  return async (sql, schema) => {
    try {
      return await tools.friendly({ sql, schema }, AbortSignal.timeout(MAX_WAIT_MS));
    } catch {
      return await layOut(sql);
    }
  };
}
