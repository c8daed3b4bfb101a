/** What importing needs of the page's other parts. */
import type { SmartQueryResult } from '../../schema/smart-query/read-result.ts';
import type { ReadProgress } from '../../tabular/pacing.ts';
import type { ReadChoices, TabularPreview } from '../../tabular/preview-model.ts';

/** Reading that takes long enough to make a page stutter: the SQL tools' worker does it. */
export interface ImportTools {
  previewFile(
    file: File,
    choices: ReadChoices,
    onProgress: (progress: ReadProgress) => void,
    signal: AbortSignal,
  ): Promise<TabularPreview>;
  smartQueryResult(pasted: string, signal: AbortSignal): Promise<SmartQueryResult>;
}
