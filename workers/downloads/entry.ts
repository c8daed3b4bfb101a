import { serve } from '../../src/platform/rpc.ts';
import { browserPorts } from './browser-ports.ts';
import { Downloads } from './downloads.ts';

serve(new Downloads(browserPorts()));
