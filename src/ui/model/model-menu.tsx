import { useId, useState } from 'react';
import type { Models } from '../../app/models.ts';
import { useStore } from '../../app/store.ts';
import { MODEL_CATALOGUE, type ModelEntry } from '../../engine/catalogue.ts';
import type { EngineStatus } from '../../engine/client.ts';
import { assess, type Device, memoryNeed } from '../../engine/device.ts';
import { Button } from '../parts/button.tsx';
import { bytes, duration } from '../parts/format.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import { DeviceFacts } from './device-facts.tsx';
import styles from './model-menu.module.css';
import { loadFraction, modelText } from './model-text.ts';
import { useDevice } from './use-device.ts';

/** The header's button that says which model answers, and the panel to choose another. */
export function ModelMenu({ models }: { readonly models: Models }) {
  const status = useStore(models.status);
  const panelId = useId();
  const [opened, setOpened] = useState(false);
  const device = useDevice(opened);
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
          {offeredModels(device).map((model) => (
            <ModelItem key={model.id} model={model} status={status} device={device} models={models} />
          ))}
        </ul>
        {device && <DeviceFacts device={device} />}
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
  /** Null until it has been looked at. */
  readonly device: Device | null;
  readonly models: Models;
}

function ModelItem({ model, status, device, models }: ModelItemProps) {
  const isCurrent = status.kind !== 'empty' && status.model.id === model.id;
  const isInUse = isCurrent && (status.kind === 'ready' || status.kind === 'generating');
  const verdict = device && assess(model, device);
  const isRunnable = model.gpu === null || (verdict !== null && verdict.kind !== 'no');
  const memory = memoryNeed(model);
  return (
    <li className={styles.item} aria-current={isInUse}>
      <div className={styles.itemText}>
        <h3>{model.title}</h3>
        <p>{model.description}</p>
        <p className={styles.facts}>
          <span>{bytes(model.sizeBytes)}</span>
          <span>{model.engine === 'webllm' ? 'Graphics card (WebGPU)' : 'Processor'}</span>
          {memory !== null && <span>about {bytes(memory * 1024 * 1024)} of memory</span>}
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
      {verdict === null && model.gpu !== null && <p className={styles.facts}>Looking for a graphics card…</p>}
      {verdict?.reasons.map((reason) => (
        <p key={reason} className={styles.reason} data-kind={verdict.kind}>
          {reason}
        </p>
      ))}
    </li>
  );
}

/** Of the models that differ only in what the graphics card must have, the one for this card; the usual one if there is none. */
function offeredModels(device: Device | null): readonly ModelEntry[] {
  const hasF16 = device?.webGpu.kind !== 'available' || device.webGpu.shaderF16;
  return MODEL_CATALOGUE.filter((model) => model.gpu === null || model.requiresShaderF16 === hasF16);
}
