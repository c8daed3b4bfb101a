import { serve } from '../../src/platform/rpc.ts';
import { PostgresDatabase } from './postgres.ts';

serve(new PostgresDatabase());
