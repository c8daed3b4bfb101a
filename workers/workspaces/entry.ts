import { serve } from '../../src/platform/rpc.ts';
import { WorkspaceStore } from './workspace-store.ts';

serve(new WorkspaceStore());
