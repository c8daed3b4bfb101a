import wasmUrl from 'libpg-query/wasm/libpg-query.wasm?url';
import { serve } from '../../src/platform/rpc.ts';
import { SqlTools } from './sql-tools.ts';

serve(new SqlTools({ parser: { wasmUrl } }));
