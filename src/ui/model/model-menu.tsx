import { useEffect, useId, useState } from 'react';
import type { Models } from '../../app/models.ts';
import { useStore } from '../../app/store.ts';
import { MODEL_CATALOGUE, type ModelEntry } from '../../engine/catalogue.ts';
import type { EngineStatus } from '../../engine/client.ts';
import { canRun, probeWebGpu, type WebGpuSupport } from '../../engine/probe-webgpu.ts';
import { Button } from '../parts/button.tsx';
import { bytes, duration } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import styles from './model-menu.module.css';
import { loadFraction, modelText } from './model-text.ts';

/** The header's button that says which model answers, and the panel to choose another. */
export function ModelMenu({ models }: { readonly models: Models }) {
  const status = useStore(models.status);
  const panelId = useId();
  const [opened, setOpened] = useState(false);
  const webGpu = useWebGpu(opened);
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={panelId}>
        <span className={styles.dot} data-kind={status.kind} />
        <span className={styles.title}>{status.kind === 'empty' ? models.chosen.title : status.model.title}</span>
        <span className={styles.state}>{modelText(status)}</span>
        <Icon name="down" />
      </button>
      <div
        id={panelId}
        popover="auto"
        className={styles.panel}
        role="dialog"
        aria-label="Model"
        onToggle={() => setOpened(true)}
      >
        <h2 className={styles.heading}>Model</h2>
        <ul className={styles.list}>
          {offeredModels(webGpu).map((model) => (
            <ModelItem key={model.id} model={model} status={status} webGpu={webGpu} models={models} />
          ))}
        </ul>
        <p className={styles.note}>
          A model is downloaded once and then computes on this device. Questions, schema and rows are sent nowhere.
        </p>
      </div>
    </>
  );
}

interface ModelItemProps {
  readonly model: ModelEntry;
  readonly status: EngineStatus;
  readonly webGpu: WebGpuSupport | null;
  readonly models: Models;
}

function ModelItem({ model, status, webGpu, models }: ModelItemProps) {
  const isCurrent = status.kind !== 'empty' && status.model.id === model.id;
  const isInUse = isCurrent && (status.kind === 'ready' || status.kind === 'generating');
  const isRunnable = model.engine === 'wllama' || (webGpu !== null && canRun(model, webGpu));
  return (
    <li className={styles.item} aria-current={isInUse}>
      <div className={styles.itemText}>
        <h3>{model.title}</h3>
        <p>{model.description}</p>
        <p className={styles.facts}>
          <span>{bytes(model.sizeBytes)}</span>
          <span>{model.engine === 'webllm' ? 'Graphics card (WebGPU)' : 'Processor'}</span>
          <span>{model.licence}</span>
        </p>
      </div>
      {isInUse && (
        <p className={styles.inUse}>
          <Icon name="check" /> In use: {status.loaded.backend}, loaded in {duration(status.loaded.loadMilliseconds)}
        </p>
      )}
      {isCurrent && status.kind === 'loading' && (
        <div className={styles.loading}>
          <Progress label={`Loading ${model.title}`} fraction={loadFraction(status.progress)} />
          <p>{modelText(status)}</p>
          <Button onClick={() => models.cancelLoad()}>Cancel</Button>
        </div>
      )}
      {isCurrent && status.kind === 'failed' && <p className={styles.failed}>{status.error.message}</p>}
      {!isInUse && status.kind !== 'loading' && (
        <Button disabled={!isRunnable} onClick={() => models.load(model)}>
          {isCurrent && status.kind === 'failed' ? 'Try again' : `Load ${bytes(model.sizeBytes)}`}
        </Button>
      )}
      {!isRunnable && <p className={styles.facts}>{whyNot(webGpu)}</p>}
    </li>
  );
}

function whyNot(webGpu: WebGpuSupport | null): string {
  switch (webGpu?.kind) {
    case undefined:
      return 'Looking for a graphics card…';
    case 'unavailable':
      return 'This browser has no WebGPU, which this model needs. Current Chrome, Edge and Safari have it.';
    case 'no-adapter':
      return 'WebGPU found no graphics card that it can use here.';
    case 'available':
      return 'This graphics card lacks 16-bit shaders, which this model needs.';
  }
}

/** Of the models that differ only in what the graphics card must have, the one for this card; the usual one if there is none. */
function offeredModels(webGpu: WebGpuSupport | null): readonly ModelEntry[] {
  const hasF16 = webGpu?.kind !== 'available' || webGpu.shaderF16;
  return MODEL_CATALOGUE.filter((model) => model.engine !== 'webllm' || model.requiresShaderF16 === hasF16);
}

/** Looked for when somebody wants to know: it wakes the graphics driver. */
function useWebGpu(wanted: boolean): WebGpuSupport | null {
  const [webGpu, setWebGpu] = useState<WebGpuSupport | null>(null);
  useEffect(() => {
    if (wanted) probeWebGpu().then(setWebGpu);
  }, [wanted]);
  return webGpu;
}
