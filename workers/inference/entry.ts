import { serve } from '../../src/platform/rpc.ts';
import { InferenceEngine } from './inference-engine.ts';

serve(new InferenceEngine());
